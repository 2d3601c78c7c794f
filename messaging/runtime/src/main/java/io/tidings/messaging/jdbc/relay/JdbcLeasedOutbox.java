package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.Dialect;
import io.tidings.messaging.jdbc.Transaction;
import io.tidings.messaging.jdbc.outbox.OutboxRow;
import io.tidings.messaging.jdbc.outbox.OutboxTable;
import io.tidings.messaging.jdbc.outbox.SentRows;
import io.tidings.messaging.jdbc.outbox.UnsentRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code tidings_outbox} and a row of {@code tidings_relay_lease}. From the first call until the lease is released it holds one
 * connection, whose statements the server has prepared; after a failure it takes another. Used by one thread at a time.
 */
final class JdbcLeasedOutbox implements LeasedOutbox {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcLeasedOutbox.class);

    private final DataSource database;
    private final RelayLease lease;
    private final RelayLayout layout;
    private final @Nullable ShardReading shard;
    private final RelayFloor floor;
    private final @Nullable Retention retention;
    private @Nullable Connection held;
    /** As it was when the connection was taken, and will be when it is given back. */
    private int isolation;

    JdbcLeasedOutbox(DataSource database, RelayOptions options, int shard, String owner) {
        this(database, options, shard, owner, System::nanoTime);
    }

    JdbcLeasedOutbox(DataSource database, RelayOptions options, int shard, String owner, LongSupplier nanoTime) {
        this.database = database;
        this.lease = new RelayLease(options.name(), shard, owner, options.lease());
        this.layout = new RelayLayout(options, owner);
        this.shard = options.shards() == 1 ? null : new ShardReading(shard, options.shards());
        this.floor = new RelayFloor(this.shard == null ? List.of() : this.shard.slots(), nanoTime);
        Duration kept = options.sentKept();
        this.retention = kept == null ? null : new Retention(kept, options.batchSize(), nanoTime);
    }

    @Override
    public OptionalLong acquire() throws SQLException {
        OptionalLong epoch = OptionalLong.empty();
        try {
            epoch = locking(connection -> layout.stands(connection) ? lease.acquire(connection) : OptionalLong.empty());
            return epoch;
        } finally {
            if (epoch.isEmpty()) {
                giveBack();
            }
        }
    }

    @Override
    public @Nullable String awaited() throws SQLException {
        return Transaction.<Optional<Instant>, SQLException>readCommitted(database, lease::longHeld)
                .map(RelayLease::awaited)
                .orElse(null);
    }

    @Override
    public void renew(long epoch) throws SQLException {
        boolean unused = inLease(epoch, connection -> true);
        purge();
    }

    @Override
    public void release(long epoch) throws SQLException {
        giveBack();
        boolean unused = RelayTransaction.readCommitted(
                database, lease.duration(), connection -> lease.release(connection, epoch));
    }

    @Override
    public UnsentRows.Waiting unsent(Set<String> except, Collection<Long> inFlight, int limit) throws SQLException {
        return inTransaction(connection -> {
            floor.raise(connection);
            UnsentRows.Wanted wanted = new UnsentRows.Wanted(except, inFlight, floor.next(), limit);
            UnsentRows.Waiting waiting =
                    shard == null ? UnsentRows.read(connection, wanted) : shard.read(connection, wanted);
            List<OutboxRow> rows = waiting.rows();
            if (!rows.isEmpty()) {
                floor.saw(rows.get(rows.size() - 1).id());
            }
            return waiting;
        });
    }

    @Override
    public Set<String> others() throws SQLException {
        return OtherNames.beside(lease.name(), lease.duration(), Dialect.POSTGRESQL, connection());
    }

    @Override
    public UnsentRows.Picture picture(Set<String> except, int limit) throws SQLException {
        return inTransaction(connection -> UnsentRows.picture(connection, except, limit));
    }

    @Override
    public UnsentRows.Glance glance(long epoch, Set<String> except) throws SQLException {
        return inLease(epoch, connection -> UnsentRows.glance(connection, except));
    }

    @Override
    public long transaction(long epoch) throws SQLException {
        return inLease(epoch, UnsentRows::transaction);
    }

    @Override
    public Set<Long> settle(long epoch, Collection<Long> sent, Map<Long, String> refused) throws SQLException {
        Set<Long> settled;
        if (refused.isEmpty()) {
            settled = settle(connection(), epoch, sent);
        } else {
            settled = locking(connection -> {
                Set<Long> found = new HashSet<>(settle(connection, epoch, sent));
                for (Map.Entry<Long, String> each : refused.entrySet()) {
                    if (OutboxTable.bar(connection, each.getKey(), each.getValue())) {
                        found.add(each.getKey());
                    }
                }
                return found;
            });
        }
        purge();
        return settled;
    }

    private Set<Long> settle(Connection connection, long epoch, Collection<Long> sent) throws SQLException {
        return lease.settle(connection, epoch, sent, retention != null).orElseThrow(() -> lost(epoch));
    }

    private void purge() throws SQLException {
        if (retention != null && retention.due()) {
            retention.purged(SentRows.purge(connection(), retention.kept(), retention.limit()));
        }
    }

    private RelayTerm.LeaseLostException lost(long epoch) {
        return new RelayTerm.LeaseLostException(lease.name(), epoch);
    }

    /** Does work in a transaction that holds the lease until it ends, so that nobody takes it meanwhile. */
    private <T> T inLease(long epoch, Transaction.Work<T, SQLException> work) throws SQLException {
        return locking(connection -> {
            if (!lease.renew(connection, epoch)) {
                throw lost(epoch);
            }
            return work.in(connection);
        });
    }

    private <T> T locking(Transaction.Work<T, SQLException> work) throws SQLException {
        return RelayTransaction.run(connection(), lease.duration(), work);
    }

    /** Of those who only read. */
    private <T> T inTransaction(Transaction.Work<T, SQLException> work) throws SQLException {
        return Transaction.<T, SQLException>run(connection(), work);
    }

    /** Commits by itself, so that what is one statement is one round trip. */
    private Connection connection() throws SQLException {
        Connection connection = held;
        if (connection == null) {
            connection = database.getConnection();
            held = connection;
            connection.setAutoCommit(true);
            isolation = connection.getTransactionIsolation();
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                // With a snapshot older than its look at who is at work, the floor would pass what has committed in
                // between.
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        }
        return connection;
    }

    private void giveBack() {
        Connection connection = held;
        held = null;
        if (connection == null) {
            return;
        }
        try (connection) {
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(isolation);
            }
        } catch (SQLException e) {
            LOG.debug("Closing a connection of relay {} failed", lease.name(), e);
        }
    }
}
