package io.tidings.messaging.jdbc.outbox;

import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.jdbc.Dialect;
import io.tidings.messaging.jdbc.SqlFailures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javax.sql.DataSource;

/** Sends in the transaction that the data source knows the calling thread to be in. Safe for use by several threads. */
final class JoiningSink implements AtomicSink {
    private final JdbcOutbox outbox;
    private final DataSource joining;

    JoiningSink(JdbcOutbox outbox, DataSource joining) {
        this.outbox = outbox;
        this.joining = joining;
    }

    @Override
    public <K, V> CompletionStage<Receipt> send(OutgoingMessage<K, V> message) {
        return joined(sink -> sink.send(message));
    }

    @Override
    public CompletionStage<List<Receipt>> sendTogether(List<? extends OutgoingMessage<?, ?>> messages) {
        return joined(sink -> sink.sendTogether(messages));
    }

    private <T> T joined(Function<AtomicSink, T> sending) {
        try (Connection connection = joining.getConnection()) {
            // Each time: a pool whose connections do not commit by themselves looks outside a transaction as it does
            // inside.
            if (!connection.getAutoCommit()) {
                refuseStranger(connection);
            }
            return sending.apply(outbox.in(connection));
        } catch (SQLException e) {
            throw SqlFailures.translate("Joining the transaction of this thread", e);
        }
    }

    private void refuseStranger(Connection connection) throws SQLException {
        try (Connection again = joining.getConnection()) {
            if (!sameObject(connection, again) && !session(connection).equals(session(again))) {
                throw new IllegalStateException(
                        "This data source gives each who asks a connection of its own, so the message"
                                + " would not be in the transaction of this thread. Either the thread is in none: begin one"
                                + " (Spring: @Transactional). Or the data source never joins: give the outbox one that does"
                                + " (Spring: TransactionAwareDataSourceProxy), or the connection: in(connection)");
            }
        }
    }

    /** Spares the question to the database: what a proxy of a transaction stands for is one object. */
    private static boolean sameObject(Connection connection, Connection again) throws SQLException {
        return connection.getMetaData().getConnection() == again.getMetaData().getConnection();
    }

    private static String session(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement(Dialect.of(connection).session());
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getString(1);
        }
    }
}
