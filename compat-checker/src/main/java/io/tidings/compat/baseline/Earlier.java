package io.tidings.compat.baseline;

import io.tidings.asyncapi.source.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a base comes to.
 *
 * @param versions the earlier versions; none where the head is a first version
 * @param kind what they are to each other
 * @param notes what to tell the user, each a sentence without a full stop
 * @param doubts the same, of what is more likely a slip than meant
 * @param objections what a registry would not take, though the gate may have nothing against it
 */
public record Earlier(
        List<? extends EarlierVersion> versions,
        Kind kind,
        List<String> notes,
        List<String> doubts,
        List<Objection> objections) {

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
        versions = List.copyOf(versions);
        notes = List.copyOf(notes);
        doubts = List.copyOf(doubts);
        objections = List.copyOf(objections);
    }

    /** Versions, and what there is to say. */
    public static Earlier of(
            List<? extends EarlierVersion> versions, Kind kind, List<String> notes, List<Objection> objections) {
        return new Earlier(versions, kind, notes, List.of(), objections);
    }

    static Earlier of(EarlierVersion document, String... notes) {
        return of(List.of(document), Kind.NAMED, List.of(notes), List.of());
    }

    static Earlier first(String why) {
        return of(List.of(), Kind.NAMED, List.of("first version: " + why), List.of());
    }

    /** None, where a pattern should have matched something: whoever wrote it meant something that is there. */
    static Earlier nothing(String why) {
        return new Earlier(List.of(), Kind.NAMED, List.of(), List.of(why), List.of());
    }

    /**
     * All versions, read.
     *
     * @throws BaselineException where one is no valid document
     */
    public List<BaseDocument> documents() {
        return versions.stream().map(EarlierVersion::read).toList();
    }

    /** The same, for who asks for the versions more than once: each is read once as long as there is memory to keep it. */
    public Earlier remembered() {
        return new Earlier(versions.stream().map(RememberedVersion::new).toList(), kind, notes, doubts, objections);
    }
}
