package io.tidings.compat.baseline;

import java.util.List;

/**
 * What a base comes to.
 *
 * @param documents the earlier versions; none where the head is a first version
 * @param series whether they are all that was found of one line of versions, rather than each named by the user: then it
 *     depends on the window which of them count
 * @param notes what to tell the user, each a sentence without a full stop
 */
public record Earlier(List<BaseDocument> documents, boolean series, List<String> notes) {

    public Earlier {
        documents = List.copyOf(documents);
        notes = List.copyOf(notes);
    }

    static Earlier of(BaseDocument document, String... notes) {
        return new Earlier(List.of(document), false, List.of(notes));
    }

    static Earlier first(String why) {
        return new Earlier(List.of(), false, List.of("first version: " + why));
    }
}
