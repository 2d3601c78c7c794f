package io.tidings.testing;

import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.StartPosition;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.Transport;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.testing.contract.BrokerUnderTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** An outbox in front of another broker: one database and one relay for all applications. */
final class OutboxUnderTest implements BrokerUnderTest, AutoCloseable {

    private final BrokerUnderTest behind;
    private final DataSource database;
    private final Transport relaying;
    private final RelayUnderTest relay;

    OutboxUnderTest(BrokerUnderTest behind, PGSimpleDataSource database, String name, RelayUnderTest.Kind kind)
            throws SQLException {
        this.behind = behind;
        this.database = database;
        try (Connection connection = database.getConnection()) {
            JdbcOutbox.createTables(connection);
        }
        this.relaying = behind.connect();
        this.relay = kind.start(database, id -> behind.transactionalSink(relaying, id), name);
    }

    @Override
    public Transport connect() {
        try {
            Transport transport = behind.connect();
            return new OutboxTransport(
                    transport, new JdbcOutbox(behind.codec(transport)), database.getConnection(), relay);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Transport behind(Transport transport) {
        return ((OutboxTransport) transport).broker();
    }

    @Override
    public void createChannel(String address, int partitions) {
        behind.createChannel(address, partitions);
    }

    @Override
    public MessageCodec codec(Transport transport) {
        return behind.codec(behind(transport));
    }

    @Override
    public TransactionalSink transactionalSink(Transport transport, String transactionalId) {
        return behind.transactionalSink(behind(transport), transactionalId);
    }

    @Override
    public void seek(Transport transport, String group, Channel<?> channel, StartPosition position) {
        behind.seek(behind(transport), group, channel, position);
    }

    @Override
    public boolean receiptsHavePositions() {
        return false;
    }

    @Override
    public void append(EncodedMessage message) {
        behind.append(message);
    }

    @Override
    public DeadLetterChannel deadLetterChannel(Transport transport, String address, String group) {
        return behind.deadLetterChannel(behind(transport), address, group);
    }

    @Override
    public List<EncodedMessage> deadLetters(String address, String group) {
        return behind.deadLetters(address, group);
    }

    @Override
    public void close() {
        relay.close().run();
        relaying.close();
    }
}
