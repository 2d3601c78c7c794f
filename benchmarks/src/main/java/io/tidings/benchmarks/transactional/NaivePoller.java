package io.tidings.benchmarks.transactional;

import io.tidings.messaging.jdbc.outbox.OutboxHeaders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * What many write first: it locks a hundred rows, sends them, waits for all, deletes them and commits; where there are none, it
 * waits 10 ms. Several may run, and then messages of one key overtake one another.
 */
final class NaivePoller implements Forwarder, Runnable {

    private static final String TAKE = """
            SELECT id, address, key, value, headers FROM tidings_outbox
            ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED
            """;

    private static final long PAUSE = Duration.ofMillis(10).toNanos();

    private final Site site;
    private final Thread thread = new Thread(this, "naive-poller");
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private volatile boolean closing;

    private NaivePoller(Site site) {
        this.site = site;
    }

    static NaivePoller start(Site site) {
        NaivePoller poller = new NaivePoller(site);
        poller.thread.start();
        return poller;
    }

    @Override
    public void run() {
        try (Connection connection = site.database().getConnection();
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", site.broker().servers(), "acks", "all", "linger.ms", "0"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            connection.setAutoCommit(false);
            while (!closing) {
                boolean some = take(connection, producer);
                connection.commit();
                if (!some) {
                    LockSupport.parkNanos(PAUSE);
                }
            }
            connection.setAutoCommit(true);
        } catch (Exception e) {
            failure.set(e);
        }
    }

    private static boolean take(Connection connection, KafkaProducer<byte[], byte[]> producer) throws Exception {
        List<Long> ids = new ArrayList<>();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TAKE);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
                sent.add(producer.send(message(rows)));
            }
        }
        for (Future<RecordMetadata> each : sent) {
            each.get();
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM tidings_outbox WHERE id = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            return delete.executeUpdate() > 0;
        }
    }

    private static ProducerRecord<byte[], byte[]> message(ResultSet row) throws SQLException {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(row.getString(2), row.getBytes(3), row.getBytes(4));
        OutboxHeaders.decode(row.getBytes(5))
                .forEach(header -> message.headers().add(header.name(), header.value()));
        return message;
    }

    @Override
    public boolean hasSent(long messages) throws SQLException {
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException(failed);
        }
        return !site.unsent();
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
