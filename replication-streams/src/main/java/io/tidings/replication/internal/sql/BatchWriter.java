package io.tidings.replication.internal.sql;

import io.tidings.messaging.jdbc.SqlFailures;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.Tally;
import io.tidings.replication.internal.driver.Applier;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.sql.layout.SqlSchema;
import io.tidings.replication.internal.sql.layout.UnfitValueException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes batches, each in one transaction: the partitions are held against whoever would take them, the rows of its keys are
 * locked and read, the core folds the events in their order, and rows, columns and offsets are written. What the database refuses
 * about one row parks that row's key and no other. Used by one thread.
 */
final class BatchWriter {

    /** The statement time-out that somebody has set for the user or the database. */
    private static final String TOO_LONG = "57014";

    private final Database database;
    private final OffsetTable offsets;
    private final RowsTable rows;
    private final Replica replica;
    private final SqlSchema schema;
    private final Applier applier;

    BatchWriter(
            Database database,
            OffsetTable offsets,
            RowsTable rows,
            Replica replica,
            SqlSchema schema,
            Applier applier) {
        this.database = database;
        this.offsets = offsets;
        this.rows = rows;
        this.replica = replica;
        this.schema = schema;
        this.applier = applier;
    }

    /**
     * Writes all of it, or, where it must be written in parts, one part after the other. What was written may be written again: it
     * changes nothing then.
     *
     * @throws FencedException if another instance has taken one of the partitions
     * @throws SQLException if the database cannot do it now
     */
    void write(Batch batch, Map<TopicPartition, Claim> claims) throws SQLException {
        try {
            database.write(connection -> {
                write(connection, batch, claims);
                return true;
            });
        } catch (SQLException e) {
            boolean several = batch.arrivals().size() > 1;
            if (several && (isAboutAValue(e) || TOO_LONG.equals(e.getSQLState()))) {
                for (Batch half : batch.halves()) {
                    write(half, claims);
                }
            } else if (isAboutAValue(e) && !batch.arrivals().isEmpty()) {
                park(batch, claims, e);
            } else {
                throw e;
            }
        }
    }

    /** Somebody's constraint, a value too large for an index: halved often enough, a batch shows which row is to blame. */
    private void park(Batch one, Map<TopicPartition, Claim> claims, SQLException refusal) throws SQLException {
        if (one.arrivals().get(0).event() instanceof Event.Poison) {
            throw refusal;
        }
        write(one.poisoned("the database refuses the row: " + firstLine(refusal)), claims);
    }

    /** What follows shows the row itself, which does not belong into logs. */
    private static String firstLine(SQLException refusal) {
        return String.valueOf(refusal.getMessage()).lines().findFirst().orElse("");
    }

    private void write(Connection connection, Batch batch, Map<TopicPartition, Claim> claims) throws SQLException {
        offsets.hold(
                connection,
                batch.next().keySet().stream()
                        .map(partition -> claimed(partition, claims))
                        .toList());
        List<Advance> advances = new ArrayList<>();
        BatchTable table = new BatchTable(replica, schema, stored(connection, batch.arrivals()));
        batch.byPartition().forEach((partition, arrivals) -> advances.add(apply(partition, arrivals, table, batch)));
        List<?> inserts = table.inserts();
        List<?> updates = table.updates();
        int inserted = rows.insert(connection, table.inserts());
        int updated = rows.update(connection, table.updates());
        if (inserted != inserts.size() || updated != updates.size()) {
            throw new SQLException("Somebody else wrote a row of the batch at the same time", "40001");
        }
        offsets.advance(connection, advances);
    }

    private static Claim claimed(TopicPartition partition, Map<TopicPartition, Claim> claims) {
        Claim claim = claims.get(partition);
        if (claim == null) {
            throw new IllegalStateException("A batch moves " + partition + ", which was not taken");
        }
        return claim;
    }

    private Map<KeyBytes, Row> stored(Connection connection, Collection<Arrival> arrivals) throws SQLException {
        TreeSet<KeyBytes> keys = new TreeSet<>();
        arrivals.forEach(arrival -> keys.add(new KeyBytes(replica.order().kept(arrival.key()))));
        byte[][] bytes = keys.stream().map(KeyBytes::bytes).toArray(byte[][]::new);
        return keys.isEmpty() ? Map.of() : rows.lock(connection, bytes);
    }

    private Advance apply(TopicPartition partition, List<Arrival> arrivals, BatchTable table, Batch batch) {
        Tally counts = new Tally();
        long newest = -1;
        for (Arrival arrival : arrivals) {
            apply(arrival, table, counts);
            newest = Math.max(newest, arrival.origin().timestamp().toEpochMilli());
        }
        return new Advance(partition, batch.next().getOrDefault(partition, 0L), counts, newest);
    }

    private void apply(Arrival arrival, BatchTable table, Tally counts) {
        try {
            applier.apply(arrival.key(), arrival.event(), arrival.origin(), table, counts);
        } catch (UnfitValueException e) {
            Arrival poisoned = arrival.poisoned(String.valueOf(e.getMessage()));
            applier.apply(poisoned.key(), poisoned.event(), poisoned.origin(), table, counts);
        }
    }

    /** Data exception, constraint violation, too large for an index (PostgreSQL's Appendix A). */
    private static boolean isAboutAValue(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && !SqlFailures.isTransient(failure)
                && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }
}
