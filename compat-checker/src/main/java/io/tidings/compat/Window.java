package io.tidings.compat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which versions of a series the head must get on with.
 *
 * @param reach how far back
 * @param now until when messages may still be there
 */
public record Window(Reach reach, Instant now) {

    /** How far back. */
    public enum Reach {
        /** The newest version alone. */
        LAST,
        /**
         * Every version of the current major; and for channels that keep their messages, every version whose messages may
         * still be there.
         */
        MAJOR,
        /** Every version. */
        ALL;

        /** As users write it: {@code last}, {@code major} or {@code all}. */
        public static Optional<Reach> named(String text) {
            return Arrays.stream(values())
                    .filter(reach -> reach.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst();
        }
    }

    /** The current major, and what is retained now. */
    public static Window standard() {
        return new Window(Reach.MAJOR, Instant.now());
    }
}
