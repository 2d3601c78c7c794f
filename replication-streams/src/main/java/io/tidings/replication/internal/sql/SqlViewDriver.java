package io.tidings.replication.internal.sql;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.core.Tally;
import io.tidings.replication.internal.driver.Applier;
import io.tidings.replication.internal.driver.MissingTopicsException;
import io.tidings.replication.internal.driver.Progress;
import io.tidings.replication.internal.driver.Readiness;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.StopSignal;
import io.tidings.replication.internal.driver.ViewDriver;
import io.tidings.replication.internal.sql.layout.SqlSchema;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one generation of a view in a table that all instances of the service share. Safe for use by several threads. */
public final class SqlViewDriver implements ViewDriver {

    private static final Logger LOG = LoggerFactory.getLogger(SqlViewDriver.class);
    private static final long TOPIC_CHECK_NANOS = Duration.ofMillis(200).toNanos();

    private final Replica replica;
    private final SqlSettings settings;
    private final Database database;
    private final SqlTables tables;
    private final LiveView liveView;
    private final OffsetTable offsets;
    private final RowsTable rowsTable;
    private final SqlRows rows;
    private final SqlProgress progress;
    private final Readiness readiness = new Readiness();
    private final StopSignal stop = new StopSignal();
    private final Logs logs;
    private final Consumer<byte[], byte[]> consumer;
    private final Watch watch;
    private final Thread thread;

    private SqlViewDriver(
            SqlSettings settings, SqlStorage storage, Replica replica, SqlSchema schema, Logs logs, Clock clock) {
        String group = settings.group(replica.name());
        this.replica = replica;
        this.settings = settings;
        this.logs = logs;
        this.database = new Database(storage.database());
        this.tables = new SqlTables(schema, group);
        this.liveView = new LiveView(
                schema, group.substring(0, group.length() - replica.name().length()), group);
        this.offsets = new OffsetTable(group);
        this.rowsTable = new RowsTable(schema);
        this.rows = new SqlRows(replica.view(), database, rowsTable, replica.order());
        prepare(storage.createsTables());
        Map<String, Logs.Topic> topics = logs.describe(replica.topics());
        leaveOthers(topics);
        Map<TopicPartition, Long> ends = logs.ends(Inputs.partitions(topics));
        this.consumer = new KafkaConsumer<>(settings.consumer(replica.name(), storage.batch()));
        String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
        Partitions partitions = new Partitions(consumer, database, offsets, logs, replica.view(), owner);
        Applier applier = new Applier(replica, clock);
        BatchWriter writer = new BatchWriter(database, offsets, rowsTable, replica, schema, applier);
        Follower follower =
                new Follower(replica, consumer, partitions, writer, applier, readiness, stop, () -> changed());
        this.progress = new SqlProgress(database, offsets, logs, replica.topics(), follower::withoutKey);
        this.watch = new Watch(
                replica.view(), replica.topics(), logs, ends, progress, readiness, this::sweep, this::show, clock);
        this.thread = new Thread(follower, "tidings-sql-" + replica.view());
        thread.setDaemon(true);
    }

    /**
     * Starts; does not wait for any data.
     *
     * @throws io.tidings.messaging.UnreachableException if no broker answers in time
     * @throws MissingTopicsException if a topic does not exist, and does not come into being in time either
     * @throws TransientMessagingException if the database does not answer
     * @throws io.tidings.messaging.jdbc.layout.LayoutMismatchException if the tables are not as they should be
     */
    public static SqlViewDriver start(
            SqlSettings settings, SqlStorage storage, Replica replica, SqlSchema schema, Clock clock) {
        AdminLogs logs = AdminLogs.connect(settings);
        try {
            awaitTopics(logs, replica, settings.connectTimeout());
            SqlViewDriver driver = new SqlViewDriver(settings, storage, replica, schema, logs, clock);
            driver.watch.start(settings.graveRetention());
            driver.thread.start();
            return driver;
        } catch (RuntimeException e) {
            logs.close();
            throw e;
        }
    }

    @Override
    public Replica replica() {
        return replica;
    }

    @Override
    public Rows rows() {
        return rows;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public Readiness readiness() {
        return readiness;
    }

    /** Other instances write the same rows. Whoever is to erase one does it in SQL. */
    @Override
    public boolean changedByEventsAlone() {
        return true;
    }

    @Override
    public void close() {
        stop.stop();
        watch.close();
        consumer.wakeup();
        try {
            thread.join(Math.max(1, settings.closeTimeout().toMillis()));
            if (thread.isAlive()) {
                LOG.warn("{}: the database does not answer; the thread ends when it does", replica.view());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        readiness.newEpoch();
        logs.close();
    }

    /** Nothing is kept on this instance; see {@link #dropTables}. */
    @Override
    public void destroy() {}

    /** Removes what all instances share. Only after all of them have ended, or follow another generation. */
    public void dropTables() {
        try {
            database.write(connection -> {
                tables.drop(connection);
                return true;
            });
        } catch (SQLException e) {
            throw Database.translated("Dropping the tables of view '" + replica.view() + "'", e);
        }
    }

    /** Points the SQL view of the live rows to this generation. */
    public void show() {
        try {
            database.write(connection -> {
                liveView.show(connection);
                return true;
            });
        } catch (SQLException e) {
            if (Partitions.passes(e)) {
                throw Database.translated("Showing view '" + replica.view() + "' in SQL", e);
            }
            // The replica itself needs no SQL view: it answers without.
            LOG.error(
                    "{}: its SQL view does not show it, since others stand on it, or something else has its name",
                    replica.view(),
                    e);
        } catch (IllegalStateException e) {
            LOG.error("{}: it is not shown in SQL", replica.view(), e);
        }
    }

    private void changed() {
        progress.changed();
    }

    private void prepare(boolean create) {
        try {
            database.write(connection -> {
                tables.prepare(connection, create);
                return true;
            });
        } catch (SQLException e) {
            throw Database.translated("Looking at the tables of view '" + replica.view() + "'", e);
        }
    }

    private void leaveOthers(Map<String, Logs.Topic> topics) {
        Map<String, String> ids = new LinkedHashMap<>();
        topics.forEach((name, topic) -> ids.put(name, topic.id()));
        try {
            database.write(connection -> {
                offsets.leaveOthers(connection, ids);
                return true;
            });
        } catch (SQLException e) {
            throw Database.translated("Looking at the topics of view '" + replica.view() + "'", e);
        }
    }

    private int sweep(Instant dugBy, int limit) {
        try {
            return database.write(connection -> {
                int removed = rowsTable.sweep(connection, dugBy, limit);
                if (removed > 0) {
                    offsets.count(connection, Tally.of(0, -removed, 0));
                }
                return removed;
            });
        } catch (SQLException e) {
            throw Database.translated("Removing old graves of view '" + replica.view() + "'", e);
        }
    }

    private static void awaitTopics(Logs logs, Replica replica, Duration patience) {
        long started = System.nanoTime();
        while (true) {
            Set<String> missing = logs.missing(replica.topics());
            if (missing.isEmpty()) {
                return;
            }
            if (System.nanoTime() - started >= patience.toNanos()
                    || Thread.currentThread().isInterrupted()) {
                throw new MissingTopicsException(missing);
            }
            LockSupport.parkNanos(TOPIC_CHECK_NANOS);
        }
    }
}
