package io.tidings.compat.json;

/** What a search ended with. */
sealed interface Answer {

    static Answer none() {
        return new None();
    }

    /** A value that holds what must hold and fails what must fail. */
    record Found(Object value) implements Answer {}

    /** There is certainly no such value. */
    record None() implements Answer {}

    /**
     * There may be one.
     *
     * @param keyword that is not decided
     * @param path from the value searched for to the part that the keyword judges
     */
    record Unknown(String keyword, String path) implements Answer {
        Unknown below(String step) {
            return new Unknown(keyword, step + path);
        }
    }

    /** Of two ways to find a value, the better. */
    default Answer or(Answer other) {
        return this instanceof Found || other instanceof None || (this instanceof Unknown && other instanceof Unknown)
                ? this
                : other;
    }
}
