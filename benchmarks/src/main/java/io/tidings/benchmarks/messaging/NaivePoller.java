package io.tidings.benchmarks.messaging;

import io.tidings.messaging.jdbc.outbox.OutboxHeaders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What many write first: it locks some rows, sends each and waits for it, deletes it, and commits. Several may run, and then
 * messages of one key overtake one another.
 */
final class NaivePoller implements Runnable {
    private static final String TAKE = """
            SELECT id, address, key, value, headers FROM tidings_outbox
            ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED
            """;

    private final DataSource database;
    private final Map<String, Object> settings;
    private volatile boolean closing;

    NaivePoller(DataSource database, Map<String, Object> settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public void run() {
        try (Connection connection = database.getConnection();
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            connection.setAutoCommit(false);
            while (!closing) {
                take(connection, producer);
                connection.commit();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void take(Connection connection, KafkaProducer<byte[], byte[]> producer) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(TAKE);
                PreparedStatement delete = connection.prepareStatement("DELETE FROM tidings_outbox WHERE id = ?");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                producer.send(record(rows)).get();
                delete.setLong(1, rows.getLong(1));
                delete.executeUpdate();
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> record(ResultSet row) throws SQLException {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(row.getString(2), row.getBytes(3), row.getBytes(4));
        OutboxHeaders.decode(row.getBytes(5)).forEach(header -> record.headers().add(header.name(), header.value()));
        return record;
    }

    void close() {
        closing = true;
    }
}
