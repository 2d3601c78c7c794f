package io.tidings.testing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.testing.Eventually;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Does harm to what a log-tailing relay knows its place in PostgreSQL's log by. */
final class LogStrike {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String HERE = " FROM pg_replication_slots WHERE database = current_database()";

    /** What is done. */
    enum Kind {
        /** By an operator, or a failover to a server that has none. */
        SLOT_DROPPED,
        /** The server keeps no more of it than {@code max_slot_wal_keep_size}. */
        LOG_DISCARDED,
        /** The slot's place is moved to the end, past what was not sent. */
        POSITION_MOVED,
        /** What was remembered of the slot is deleted: nobody knows any more how often it was gone. */
        BOOK_DELETED,
        /** Both: a relay takes itself for the first one. */
        BOOK_DELETED_AND_SLOT_DROPPED,
        /** The slot sends nothing without it. */
        PUBLICATION_DROPPED;

        /** How many losses are named after it, of so many before. */
        int losses(int before) {
            return switch (this) {
                case SLOT_DROPPED, LOG_DISCARDED -> before + 1;
                case POSITION_MOVED, PUBLICATION_DROPPED -> before;
                case BOOK_DELETED, BOOK_DELETED_AND_SLOT_DROPPED -> 0;
            };
        }
    }

    private final OutboxField field;

    LogStrike(OutboxField field) {
        this.field = field;
    }

    void carryOut(Kind kind) throws SQLException {
        switch (kind) {
            case SLOT_DROPPED -> dropSlot();
            case LOG_DISCARDED -> discardLog();
            case POSITION_MOVED -> moveOn();
            case BOOK_DELETED -> field.execute("DELETE FROM tidings_relay_slot");
            case BOOK_DELETED_AND_SLOT_DROPPED -> {
                field.execute("DELETE FROM tidings_relay_slot");
                dropSlot();
            }
            case PUBLICATION_DROPPED -> field.execute("DROP PUBLICATION tidings_outbox");
        }
    }

    /** Where the log ends now. */
    String endOfLog() throws SQLException {
        return field.strings("SELECT pg_current_wal_lsn()::text").get(0);
    }

    /** Whether a relay reads the log, and has read beyond a place in it; one that fails at what it reads comes and goes. */
    boolean isReadBeyond(String place) throws SQLException {
        return !field.strings(
                        "SELECT slot_name" + HERE + " AND active AND confirmed_flush_lsn >= '" + place + "'::pg_lsn")
                .isEmpty();
    }

    /** How often a relay has found its slot gone, as it tells others. */
    int losses() throws SQLException {
        return field.strings("SELECT losses FROM tidings_relay_slot").stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** Whoever reads it is cut off before. */
    private void dropSlot() {
        Eventually.eventually(SOON, () -> {
            cutOff();
            assertThat(field.strings("SELECT pg_drop_replication_slot(slot_name)" + HERE))
                    .hasSize(1);
        });
    }

    private void moveOn() {
        Eventually.eventually(SOON, () -> {
            cutOff();
            assertThat(field.strings(
                            "SELECT pg_replication_slot_advance(slot_name, pg_current_wal_lsn())::text" + HERE))
                    .hasSize(1);
        });
    }

    private void cutOff() throws SQLException {
        List<String> unused = field.strings("SELECT pg_terminate_backend(active_pid)::text" + HERE + " AND active");
    }

    /** As a server does where others write much. */
    private void discardLog() throws SQLException {
        Eventually.eventually(SOON, () -> {
            for (int segment = 0; segment < 5; segment++) {
                field.execute("SELECT pg_logical_emit_message(false, 'noise', 'x')");
                field.execute("SELECT pg_switch_wal()");
            }
            field.execute("CHECKPOINT");
            assertThat(field.strings("SELECT wal_status" + HERE)).containsExactly("lost");
        });
    }
}
