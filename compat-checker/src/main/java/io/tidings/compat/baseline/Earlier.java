package io.tidings.compat.baseline;

import io.tidings.asyncapi.source.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a base comes to.
 *
 * @param documents the earlier versions; none where the head is a first version
 * @param kind what they are to each other
 * @param notes what to tell the user, each a sentence without a full stop
 * @param objections what a registry would not take, though the gate may have nothing against it
 */
public record Earlier(List<BaseDocument> documents, Kind kind, List<String> notes, List<Objection> objections) {

    /** What documents are to each other. */
    public enum Kind {
        /** The user named each of them, so each of them counts. */
        NAMED,
        /** All that was found of one line of versions: it depends on the window which of them count. */
        SERIES,
        /**
         * The head with the schemas that a registry holds, the newest of each first. What the newest has broken already is not
         * broken again.
         */
        SCHEMAS
    }

    /**
     * A registry's verdict on a schema of the head.
     *
     * @param channel its key; null where the channel is known at run time only
     * @param message its name
     * @param location where the schema stands
     * @param reason who would refuse what and why
     */
    public record Objection(@Nullable String channel, String message, Location location, String reason) {}

    public Earlier {
        documents = List.copyOf(documents);
        notes = List.copyOf(notes);
        objections = List.copyOf(objections);
    }

    static Earlier of(BaseDocument document, String... notes) {
        return new Earlier(List.of(document), Kind.NAMED, List.of(notes), List.of());
    }

    static Earlier first(String why) {
        return new Earlier(List.of(), Kind.NAMED, List.of("first version: " + why), List.of());
    }
}
