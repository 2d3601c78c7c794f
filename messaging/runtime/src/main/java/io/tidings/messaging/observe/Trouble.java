package io.tidings.messaging.observe;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a client from its work.
 *
 * @param since when it was first seen
 */
record Trouble(Instant since, String reason) {

    /** As it was, if it was known; else it begins now. */
    static Trouble go(@Nullable Trouble known, Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new Trouble(known == null ? Instant.now() : known.since(), message);
    }

    @Override
    public String toString() {
        return reason + " (since " + since.truncatedTo(ChronoUnit.SECONDS) + ")";
    }
}
