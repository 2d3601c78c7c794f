package io.tidings.compat.json;

/** Whether readers admit all that is sent. */
public sealed interface JsonVerdict {

    /** They certainly do. */
    record Reads() implements JsonVerdict {}

    /**
     * They do not.
     *
     * @param witness a value that is sent and refused, as {@link JsonValue#text} prints it
     */
    record Unreadable(Object witness) implements JsonVerdict {}

    /**
     * It was not found out.
     *
     * @param keyword that is not decided; {@code nesting} and {@code combinations} where the search would take too long
     * @param path from the value judged to the part that the keyword judges, such as {@code .lines[]}
     */
    record Undecided(String keyword, String path) implements JsonVerdict {}

    static JsonVerdict reads() {
        return new Reads();
    }

    default boolean readable() {
        return this instanceof Reads;
    }

    /** Of two things that readers demand, what holds of both. */
    default JsonVerdict and(JsonVerdict other) {
        return this instanceof Unreadable
                        || other instanceof Reads
                        || (this instanceof Undecided && other instanceof Undecided)
                ? this
                : other;
    }
}
