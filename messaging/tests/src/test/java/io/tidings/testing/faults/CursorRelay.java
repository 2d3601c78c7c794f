package io.tidings.testing.faults;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.jdbc.outbox.OutboxHeaders;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** Broken: it reads on from the last id that it has sent, so it passes by rows whose transaction commits late. */
final class CursorRelay implements RelayKind {
    private static final String NEXT =
            "SELECT id, message_id, address, key, value, headers FROM tidings_outbox WHERE id > ? ORDER BY id LIMIT 20";

    @Override
    public Running start(
            DataSource database, String url, Function<String, TransactionalSink> sinks, RelayOptions options) {
        TransactionalSink sink = sinks.apply("cursor-" + options.name());
        long[] last = {0};
        NaiveLoop loop = new NaiveLoop(() -> {
            try (Connection connection = database.getConnection()) {
                List<EncodedMessage> batch = new ArrayList<>();
                long upTo = read(connection, last[0], batch);
                if (!batch.isEmpty()) {
                    sink.send(batch);
                    delete(connection, last[0], upTo);
                    last[0] = upTo;
                }
            }
        });
        return () -> {
            loop.close();
            sink.close();
        };
    }

    private static long read(Connection connection, long last, List<EncodedMessage> batch) throws SQLException {
        long upTo = last;
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setLong(1, last);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    upTo = row.getLong(1);
                    batch.add(message(row));
                }
            }
        }
        return upTo;
    }

    static EncodedMessage message(ResultSet row) throws SQLException {
        return new EncodedMessage(
                row.getString(2),
                row.getString(3),
                row.getBytes(4),
                row.getBytes(5),
                OutboxHeaders.decode(row.getBytes(6)));
    }

    /** By the ids that it has seen: the others are not its business. */
    private static void delete(Connection connection, long last, long upTo) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM tidings_outbox WHERE id > ? AND id <= ?")) {
            statement.setLong(1, last);
            statement.setLong(2, upTo);
            int unused = statement.executeUpdate();
        }
    }
}
