package io.tidings.replication.internal.sql;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Received;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.Tally;
import io.tidings.replication.internal.driver.Applier;
import io.tidings.replication.internal.driver.Progress;
import io.tidings.replication.internal.driver.Readiness;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.ToldDriver;
import io.tidings.replication.internal.sql.layout.SqlSchema;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A view in a real database, that a test tells its messages: each is a batch, and a transaction, of its own. */
public final class ToldSql implements ToldDriver {

    private static final String TELLING = "Telling a view in a database";
    private static final int SWEPT_AT_ONCE = 10_000;

    private final Replica replica;
    private final Database database;
    private final OffsetTable offsets;
    private final RowsTable table;
    private final BatchWriter writer;
    private final Applier applier;
    private final Map<TopicPartition, Claim> claims;
    private final SqlProgress progress;
    private final Readiness readiness = new Readiness();
    private final LongAdder withoutKey = new LongAdder();
    private final Duration graveRetention;
    private final Clock clock;

    private ToldSql(
            SqlStorage storage,
            Replica replica,
            SqlSchema schema,
            String generation,
            Duration graveRetention,
            Clock clock) {
        this.replica = replica;
        this.database = new Database(storage.database());
        this.offsets = new OffsetTable(generation);
        this.table = new RowsTable(schema);
        this.applier = new Applier(replica, clock);
        this.writer = new BatchWriter(database, offsets, table, replica, schema, applier);
        this.progress = new SqlProgress(database, offsets, new NoLogs(), replica.topics(), withoutKey::sum);
        this.graveRetention = graveRetention;
        this.clock = clock;
        SqlTables tables = new SqlTables(schema, generation);
        this.claims = written(() -> database.write(connection -> {
            tables.prepare(connection, storage.createsTables());
            return offsets.claim(
                    connection, Inputs.partitions(new NoLogs().describe(replica.topics())), "test", Map.of());
        }));
        readiness.caughtUp(readiness.epoch());
        caughtUp();
    }

    /**
     * Opens the view; it has caught up at once.
     *
     * @param generation its name among all that services keep in this database
     * @throws io.tidings.messaging.TransientMessagingException if the database does not answer
     */
    public static ToldSql open(
            SqlStorage storage,
            Replica replica,
            SqlSchema schema,
            String generation,
            Duration graveRetention,
            Clock clock) {
        return new ToldSql(storage, replica, schema, generation, graveRetention, clock);
    }

    @Override
    public void receive(EncodedMessage message, Received.Origin origin) {
        byte @Nullable [] key = message.key();
        List<Arrival> arrivals = List.of();
        if (key == null) {
            applier.passOver(origin);
            withoutKey.increment();
        } else {
            Event event = replica.input(origin.address())
                    .reader()
                    .read(message, origin)
                    .orElse(null);
            arrivals = event == null ? List.of() : List.of(new Arrival(key, event, origin));
        }
        TopicPartition partition = new TopicPartition(origin.address(), origin.partition());
        Batch batch = new Batch(arrivals, Map.of(partition, origin.offset() + 1));
        written(() -> {
            writer.write(batch, claims);
            return true;
        });
        progress.changed();
    }

    @Override
    public void caughtUp() {
        progress.caughtUp(clock.instant());
    }

    @Override
    public void sweep() {
        Instant dugBy = clock.instant().minus(graveRetention);
        written(() -> database.write(connection -> {
            int removed = table.sweep(connection, dugBy, SWEPT_AT_ONCE);
            offsets.count(connection, Tally.of(0, -removed, 0));
            return removed;
        }));
        progress.changed();
    }

    @Override
    public Replica replica() {
        return replica;
    }

    @Override
    public Rows rows() {
        return new SqlRows(replica.view(), database, table, replica.order());
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public Readiness readiness() {
        return readiness;
    }

    @Override
    public void close() {
        readiness.newEpoch();
    }

    private interface Writing<T> {
        T write() throws SQLException;
    }

    private static <T> T written(Writing<T> writing) {
        try {
            return writing.write();
        } catch (SQLException e) {
            throw Database.translated(TELLING, e);
        }
    }

    /** Each topic has one partition, and no more in it than was told. */
    private static final class NoLogs implements Logs {

        @Override
        public Set<String> missing(Collection<String> topics) {
            return Set.of();
        }

        @Override
        public Map<String, Topic> describe(Collection<String> topics) {
            return topics.stream()
                    .collect(Collectors.toMap(
                            name -> name, name -> new Topic("", 1), (one, same) -> one, LinkedHashMap::new));
        }

        @Override
        public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
            return Map.of();
        }

        @Override
        public Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
            return Map.of();
        }

        @Override
        public void close() {}
    }
}
