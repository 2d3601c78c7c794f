package io.tidings.outbox.debezium;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a relay's replication slot is.
 *
 * @param name of the slot
 * @param retainedBytes of the log that PostgreSQL keeps for it; 0 if there is no such slot
 * @param safeBytes that may still be written before it can be lost; null if the server sets no limit ({@code
 *     max_slot_wal_keep_size})
 * @param losses how often a relay found that it was gone. No message was lost with it: what is unsent stands in the outbox,
 *     and was sent from there
 * @param lastLoss the last of them
 */
public record SlotStatus(
        String name,
        State state,
        long retainedBytes,
        @Nullable Long safeBytes,
        int losses,
        @Nullable Loss lastLoss) {

    /** Whether the log is read, and whether it can be. */
    public enum State {
        /** A relay reads it. */
        READ,
        /** Nobody reads it, and PostgreSQL keeps the log for when somebody does. */
        KEPT,
        /** The server's limit is passed: a checkpoint may discard what it needs. */
        ENDANGERED,
        /** What it needs is discarded. The next relay makes it anew. */
        LOST,
        /** There is none. The next relay makes it. */
        MISSING
    }

    /**
     * That it was gone.
     *
     * @param at when a relay found it so, by the database's clock
     * @param reason in words
     */
    public record Loss(Instant at, String reason) {}
}
