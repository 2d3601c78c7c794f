package io.tidings.messaging.jdbc.outbox;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.jdbc.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code tidings_outbox} and the tables of its relays, in PostgreSQL's words. For relays. Stateless. */
public final class OutboxTable {
    /** How many slots there are, in which messages stand by their keys. */
    public static final int SLOTS = Slot.COUNT;

    static final String DDL = """
            -- The id must grow with the transactions of one key: no session may draw ids ahead (CACHE 1).
            CREATE TABLE IF NOT EXISTS tidings_outbox (
                id            bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
                message_id    text NOT NULL,
                address       text NOT NULL,
                key           bytea,
                value         bytea,
                headers       bytea NOT NULL,
                slot          smallint NOT NULL,
                created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
                sent_at       timestamptz,
                barred_reason text
            );
            -- What waits is read in the order of ids, by one relay or by one for each part of the slots.
            CREATE INDEX IF NOT EXISTS tidings_outbox_unsent ON tidings_outbox (id)
                WHERE sent_at IS NULL AND barred_reason IS NULL;
            CREATE INDEX IF NOT EXISTS tidings_outbox_unsent_slot ON tidings_outbox (slot, id)
                WHERE sent_at IS NULL AND barred_reason IS NULL;
            CREATE INDEX IF NOT EXISTS tidings_outbox_barred ON tidings_outbox (slot, id)
                WHERE barred_reason IS NOT NULL;
            CREATE INDEX IF NOT EXISTS tidings_outbox_sent ON tidings_outbox (sent_at) WHERE sent_at IS NOT NULL;
            COMMENT ON TABLE tidings_outbox IS 'Outbox of Tidings, layout 2';
            """;

    /** Who relays: how many shards the relays of a name have, who leads which, and who is there. */
    static final String LEASE = """
            CREATE TABLE IF NOT EXISTS tidings_relay_layout (
                name       text PRIMARY KEY,
                shards     smallint NOT NULL,
                unfenced   smallint NOT NULL,
                owner      text NOT NULL,
                expires_at timestamptz NOT NULL
            );
            CREATE TABLE IF NOT EXISTS tidings_relay_lease (
                name       text NOT NULL,
                shard      smallint NOT NULL,
                owner      text NOT NULL,
                epoch      bigint NOT NULL,
                expires_at timestamptz NOT NULL,
                PRIMARY KEY (name, shard)
            );
            COMMENT ON TABLE tidings_relay_lease IS 'Who relays the outbox of Tidings, layout 2';
            CREATE TABLE IF NOT EXISTS tidings_relay_member (
                name       text NOT NULL,
                owner      text NOT NULL,
                expires_at timestamptz NOT NULL,
                PRIMARY KEY (name, owner)
            );
            """;

    private static final String INSERT =
            "INSERT INTO tidings_outbox (message_id, address, %s, %s, headers, slot) VALUES (?, ?, ?, ?, ?, ?)";

    private static final Map<Dialect, String> INSERTS = Stream.of(Dialect.values())
            .collect(Collectors.toUnmodifiableMap(
                    each -> each, each -> INSERT.formatted(each.quoted("key"), each.quoted("value"))));

    private static final String BAR = "UPDATE tidings_outbox SET barred_reason = ? WHERE id = ?";

    private static final String RETRY =
            "UPDATE tidings_outbox SET barred_reason = NULL WHERE barred_reason IS NOT NULL";

    /** Two of them look at an index that holds nothing else; the oldest is the first, nearly: ids are drawn with the time. */
    private static final String COUNTS = """
            SELECT (SELECT count(*) FROM tidings_outbox WHERE sent_at IS NULL AND barred_reason IS NULL),
                   (SELECT count(*) FROM tidings_outbox WHERE barred_reason IS NOT NULL),
                   coalesce((SELECT extract(epoch FROM clock_timestamp() - created_at) * 1000 FROM tidings_outbox
                       WHERE sent_at IS NULL AND barred_reason IS NULL ORDER BY id LIMIT 1), 0)::bigint
            """;

    /** How much waits, and since when. */
    public record Counts(long backlog, long barred, Duration oldestAge) {}

    private OutboxTable() {}

    static void insert(Connection connection, EncodedMessage message) throws SQLException {
        Dialect dialect = Dialect.of(connection);
        byte[] headers = OutboxHeaders.encode(message.headers());
        if (dialect == Dialect.MARIADB) {
            PacketLimit.check(connection, message, headers);
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERTS.getOrDefault(dialect, INSERT))) {
            statement.setString(1, message.id());
            statement.setString(2, message.address());
            statement.setBytes(3, message.key());
            statement.setBytes(4, message.value());
            statement.setBytes(5, headers);
            statement.setShort(6, Slot.of(message.key(), message.id()));
            statement.executeUpdate();
        }
    }

    /** Marks a row; false if it is not there. */
    public static boolean bar(Connection connection, long id, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BAR)) {
            statement.setString(1, reason);
            statement.setLong(2, id);
            return statement.executeUpdate() == 1;
        }
    }

    static int retryBarred(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RETRY)) {
            return statement.executeUpdate();
        }
    }

    public static Counts counts(Connection connection) throws SQLException {
        Dialect dialect = Dialect.of(connection);
        if (dialect != Dialect.POSTGRESQL) {
            return new PlainRows(dialect).counts(connection);
        }
        try (PreparedStatement statement = connection.prepareStatement(COUNTS);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return new Counts(result.getLong(1), result.getLong(2), Duration.ofMillis(result.getLong(3)));
        }
    }
}
