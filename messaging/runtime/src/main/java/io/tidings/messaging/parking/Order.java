package io.tidings.messaging.parking;

import io.tidings.messaging.ParkedKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is to become of a parked key, as whoever looks after the dead letters decided.
 *
 * @param since when the key had been parked: another parking is not meant
 * @param offset of the message that the key was parked for
 */
record Order(Kind kind, Instant since, long offset) {

    /** What is to be done. */
    enum Kind {
        /** Handle the letters again, and release the key when all are handled. */
        REPLAY("replay"),
        /** Give up the first letter. */
        DROP_FIRST("drop-first"),
        /** Give up all letters, and release the key. */
        DROP_ALL("drop-all");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }

    static Order about(ParkedKey key, Kind kind) {
        return new Order(kind, key.since(), key.offset());
    }

    /** Whether there is anything left to do: who dies between doing and saying so leaves the order behind. */
    boolean stands(ParkedKey key) {
        return since.equals(key.since()) && (kind != Kind.DROP_FIRST || offset == key.offset());
    }
}
