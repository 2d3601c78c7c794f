package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.Dialect;
import io.tidings.messaging.jdbc.Transaction;
import io.tidings.messaging.jdbc.outbox.OutboxTable;
import io.tidings.messaging.jdbc.outbox.PlainRows;
import io.tidings.messaging.jdbc.outbox.UnsentRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The outbox and its lease in MariaDB and H2: one shard, a transaction for each call, always at {@code READ COMMITTED}. MariaDB's
 * own default would show one snapshot for as long as a transaction lasts, and lock the gaps that writers insert into. Used by one
 * thread at a time.
 */
final class PlainLeasedOutbox implements LeasedOutbox {
    private final DataSource database;
    private final PlainRows rows;
    private final PlainLease lease;
    private final @Nullable Retention retention;

    PlainLeasedOutbox(DataSource database, Dialect dialect, RelayOptions options, String owner) {
        this.database = database;
        this.rows = new PlainRows(dialect);
        this.lease = new PlainLease(dialect, options.name(), owner, options.lease());
        Duration kept = options.sentKept();
        this.retention = kept == null ? null : new Retention(kept, options.batchSize(), System::nanoTime);
    }

    /** Why a relay may not lead here; null if it may. */
    static @Nullable String objection(Dialect dialect, RelayOptions options) {
        return options.shards() == 1
                ? null
                : "Several shards need PostgreSQL; on " + dialect + " a relay has one, not " + options.shards();
    }

    @Override
    public OptionalLong acquire() throws SQLException {
        return inTransaction(lease::acquire);
    }

    @Override
    public void renew(long epoch) throws SQLException {
        boolean unused = inLease(epoch, connection -> true);
        purge();
    }

    @Override
    public void release(long epoch) throws SQLException {
        boolean unused = inTransaction(connection -> lease.release(connection, epoch));
    }

    @Override
    public UnsentRows.Waiting unsent(Set<String> except, Collection<Long> inFlight, int limit) throws SQLException {
        return inTransaction(connection -> rows.read(connection, new UnsentRows.Wanted(except, inFlight, 0, limit)));
    }

    @Override
    public Set<String> others() throws SQLException {
        return inTransaction(
                connection -> OtherNames.beside(lease.name(), lease.duration(), lease.dialect(), connection));
    }

    @Override
    public UnsentRows.Picture picture(Set<String> except, int limit) {
        throw new UnsupportedOperationException("Log tailing needs PostgreSQL");
    }

    @Override
    public UnsentRows.Glance glance(long epoch, Set<String> except) {
        throw new UnsupportedOperationException("Log tailing needs PostgreSQL");
    }

    @Override
    public long transaction(long epoch) {
        throw new UnsupportedOperationException("Log tailing needs PostgreSQL");
    }

    @Override
    public Set<Long> settle(long epoch, Collection<Long> sent, Map<Long, String> refused) throws SQLException {
        Set<Long> settled = inLease(epoch, connection -> {
            Set<Long> found = new HashSet<>(rows.settle(connection, sent, retention != null));
            for (Map.Entry<Long, String> each : refused.entrySet()) {
                if (OutboxTable.bar(connection, each.getKey(), each.getValue())) {
                    found.add(each.getKey());
                }
            }
            return found;
        });
        purge();
        return settled;
    }

    private void purge() throws SQLException {
        if (retention != null && retention.due()) {
            int purged = inTransaction(connection -> rows.purge(connection, retention.kept(), retention.limit()));
            retention.purged(purged);
        }
    }

    /** Does work in a transaction that holds the lease until it ends, so that nobody takes it meanwhile. */
    private <T> T inLease(long epoch, Transaction.Work<T, SQLException> work) throws SQLException {
        return inTransaction(connection -> {
            if (!lease.renew(connection, epoch)) {
                throw new RelayTerm.LeaseLostException(lease.name(), epoch);
            }
            return work.in(connection);
        });
    }

    private <T> T inTransaction(Transaction.Work<T, SQLException> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            int isolation = connection.getTransactionIsolation();
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            T result = lease.dialect() == Dialect.MARIADB
                    ? bounded(connection, work)
                    : Transaction.<T, SQLException>run(connection, work);
            connection.setTransactionIsolation(isolation);
            return result;
        }
    }

    /** As in {@link RelayTransaction}: the server ends a session that stands still with what it has locked. */
    private <T> T bounded(Connection connection, Transaction.Work<T, SQLException> work) throws SQLException {
        long seconds = Math.max(1, lease.duration().toSeconds());
        execute(connection, "SET @tidings_idle = @@idle_write_transaction_timeout");
        execute(connection, "SET SESSION idle_write_transaction_timeout = " + seconds);
        try {
            return Transaction.<T, SQLException>run(connection, work);
        } finally {
            if (connection.isValid(1)) {
                execute(connection, "SET SESSION idle_write_transaction_timeout = @tidings_idle");
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
