package io.tidings.testing.faults;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/** Broken: it sends row by row, deletes those that arrived, and tries the others again; so they come behind what they precede. */
final class PipelinedRelay implements RelayKind {
    private static final String ALL =
            "SELECT id, message_id, address, key, value, headers FROM tidings_outbox ORDER BY id LIMIT 20";

    @Override
    public Running start(
            DataSource database, String url, Function<String, TransactionalSink> sinks, RelayOptions options) {
        TransactionalSink sink = sinks.apply("pipelined-" + options.name());
        NaiveLoop loop = new NaiveLoop(() -> {
            try (Connection connection = database.getConnection()) {
                for (Map.Entry<Long, EncodedMessage> row : read(connection).entrySet()) {
                    if (arrives(sink, row.getValue())) {
                        delete(connection, row.getKey());
                    }
                }
            }
        });
        return () -> {
            loop.close();
            sink.close();
        };
    }

    private static Map<Long, EncodedMessage> read(Connection connection) throws SQLException {
        Map<Long, EncodedMessage> rows = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.put(row.getLong(1), CursorRelay.message(row));
            }
        }
        return rows;
    }

    private static boolean arrives(TransactionalSink sink, EncodedMessage message) {
        try {
            sink.send(List.of(message));
            return true;
        } catch (MessagingException e) {
            return false;
        }
    }

    private static void delete(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM tidings_outbox WHERE id = ?")) {
            statement.setLong(1, id);
            int unused = statement.executeUpdate();
        }
    }
}
