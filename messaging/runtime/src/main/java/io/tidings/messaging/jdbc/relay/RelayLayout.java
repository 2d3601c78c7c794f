package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.TransactionalSink;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Into how many shards the relays of a name part the work: one number at a time, for two would send the messages of one key side
 * by side. It changes when nobody leads by the old one; then every lease gets a new epoch, and every transactional id that was in
 * use is opened once, which shuts out those who wake up late. Only after that may anybody lead by the new one. One object serves
 * all shards of a process, which prepare one after the other.
 */
final class RelayLayout {
    /**
     * Where no number is written down, the leases tell: a relay of a version that knew no shards may lead, or somebody has
     * deleted the row. Those that a change has emptied count only if all are empty: then that change had not ended.
     */
    private static final String ENSURE = """
            INSERT INTO tidings_relay_layout (name, shards, unfenced, owner, expires_at)
            SELECT ?, coalesce(1 + max(shard) FILTER (WHERE owner <> ''), 1 + max(shard), ?), 0, '',
                '-infinity'::timestamptz
            FROM tidings_relay_lease WHERE name = ? ON CONFLICT (name) DO NOTHING
            """;

    private static final String READ = """
            SELECT shards, unfenced, owner, %s FROM tidings_relay_layout WHERE name = ?
            """.formatted(RelayLease.HELD);

    private static final String LED = """
            SELECT count(*) FROM tidings_relay_lease WHERE name = ? AND %s
            """.formatted(RelayLease.HELD);

    private static final String DISPOSSESS = """
            UPDATE tidings_relay_lease SET owner = '', epoch = epoch + 1, expires_at = '-infinity' WHERE name = ?
            """;

    private static final String TAKE = """
            UPDATE tidings_relay_layout SET shards = ?, unfenced = ?, owner = ?,
                expires_at = clock_timestamp() + ? * interval '1 millisecond'
            WHERE name = ?
            """;

    private static final String FENCED = """
            UPDATE tidings_relay_layout SET unfenced = ?, expires_at = clock_timestamp() + ? * interval '1 millisecond'
            WHERE name = ? AND owner = ? AND shards = ? AND unfenced > 0
            """;

    private static final String CHANGING = "Another relay of this name changes the number of shards";

    private final RelayOptions options;
    private final String owner;

    RelayLayout(RelayOptions options, String owner) {
        this.options = options;
        this.owner = owner;
    }

    /** What stands there; {@code held} if its owner is at work. */
    private record Row(int shards, int unfenced, String owner, boolean held) {}

    /** What to do next: nothing if both are null and 0. */
    private record Finding(@Nullable String objection, int unfenced) {}

    /**
     * Sees to it that one may lead, as far as that is for us to do.
     *
     * @return why one may not lead yet; null if one may
     */
    synchronized @Nullable String prepare(DataSource database, Function<String, TransactionalSink> sinks)
            throws SQLException {
        Finding finding = RelayTransaction.readCommitted(database, options.lease(), this::look);
        if (finding.objection() != null) {
            return finding.objection();
        }
        for (int left = finding.unfenced() - 1; left >= 0; left--) {
            sinks.apply(options.transactionalId(left)).close();
            int shards = left;
            if (!RelayTransaction.readCommitted(database, options.lease(), connection -> fenced(connection, shards))) {
                return CHANGING;
            }
        }
        return null;
    }

    private Finding look(Connection connection) throws SQLException {
        Row row = read(connection, "");
        if (row == null || row.shards() != options.shards() || row.unfenced() > 0) {
            row = locked(connection);
        }
        if (row.shards() != options.shards()) {
            if (led(connection)) {
                return new Finding(
                        "Relays of this name lead with " + shards(row.shards()) + "; this one, with "
                                + shards(options.shards()) + ", begins when they have ended",
                        0);
            }
            dispossess(connection);
            int unfenced = Math.max(row.unfenced(), row.shards());
            take(connection, unfenced);
            return new Finding(null, unfenced);
        }
        if (row.unfenced() == 0) {
            return new Finding(null, 0);
        }
        if (row.held() && !row.owner().equals(owner)) {
            return new Finding(CHANGING, 0);
        }
        take(connection, row.unfenced());
        return new Finding(null, row.unfenced());
    }

    private static String shards(int count) {
        return count == 1 ? "1 shard" : count + " shards";
    }

    private Row locked(Connection connection) throws SQLException {
        ensure(connection);
        Row row = read(connection, " FOR UPDATE");
        if (row == null) {
            throw new SQLException("The row of '" + options.name() + "' in tidings_relay_layout has just been deleted");
        }
        return row;
    }

    private void ensure(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENSURE)) {
            statement.setString(1, options.name());
            statement.setInt(2, options.shards());
            statement.setString(3, options.name());
            statement.executeUpdate();
        }
    }

    private @Nullable Row read(Connection connection, String lock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ + lock)) {
            statement.setLong(1, RelayLease.beyond(options.lease()));
            statement.setString(2, options.name());
            try (ResultSet result = statement.executeQuery()) {
                return result.next()
                        ? new Row(result.getInt(1), result.getInt(2), result.getString(3), result.getBoolean(4))
                        : null;
            }
        }
    }

    private boolean led(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LED)) {
            statement.setString(1, options.name());
            statement.setLong(2, RelayLease.beyond(options.lease()));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1) > 0;
            }
        }
    }

    private void dispossess(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DISPOSSESS)) {
            statement.setString(1, options.name());
            statement.executeUpdate();
        }
    }

    private void take(Connection connection, int unfenced) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setInt(1, options.shards());
            statement.setInt(2, unfenced);
            statement.setString(3, owner);
            statement.setLong(4, options.lease().toMillis());
            statement.setString(5, options.name());
            statement.executeUpdate();
        }
    }

    /** Writes down how many transactional ids are left to be opened; false if another has taken over. */
    private boolean fenced(Connection connection, int left) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FENCED)) {
            statement.setInt(1, left);
            statement.setLong(2, options.lease().toMillis());
            statement.setString(3, options.name());
            statement.setString(4, owner);
            statement.setInt(5, options.shards());
            return statement.executeUpdate() == 1;
        }
    }

    /** Whether one may take a lease now; that stays so until the transaction ends. */
    boolean stands(Connection connection) throws SQLException {
        Row row = read(connection, " FOR SHARE");
        if (row == null) {
            ensure(connection);
            row = read(connection, " FOR SHARE");
        }
        return row != null && row.shards() == options.shards() && row.unfenced() == 0;
    }
}
