package io.tidings.outbox.debezium;

/**
 * The replication slot that a relay would read is another's. It goes on trying: to be seen in {@link LogTailingRelay#health} and
 * {@link LogTailingRelay#status}, and by listeners.
 */
public final class SlotTakenException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private SlotTakenException(String message) {
        super(message);
    }

    static SlotTakenException byRelay(String slot, String owner, String relay) {
        return new SlotTakenException(
                "Replication slot " + slot + " is that of relay '" + owner + "', and relay '" + relay
                        + "' would have the same, since slots are named in lower case letters, digits and underscores. Give this"
                        + " relay another name. If '" + owner
                        + "' is given up for good: SELECT pg_drop_replication_slot('" + slot
                        + "'); DELETE FROM tidings_relay_slot WHERE name = '" + slot + "'");
    }

    static SlotTakenException byDatabase(String slot, String database) {
        return new SlotTakenException("Replication slot " + slot + " belongs to database " + database
                + ": the names of relays must be unique within a PostgreSQL server");
    }
}
