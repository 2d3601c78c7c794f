package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.Transaction;
import io.tidings.messaging.jdbc.outbox.OutboxRow;
import io.tidings.messaging.jdbc.outbox.OutboxTable;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;

/** {@code tidings_outbox} and a row of {@code tidings_relay_lease}. Safe for use by several threads. */
record JdbcLeasedOutbox(DataSource database, RelayLease lease) implements LeasedOutbox {

    @Override
    public OptionalLong acquire() throws SQLException {
        return Transaction.<OptionalLong, SQLException>run(database, lease::acquire);
    }

    @Override
    public void renew(long epoch) throws SQLException {
        boolean unused = inLease(epoch, connection -> true);
    }

    @Override
    public void release(long epoch) throws SQLException {
        boolean unused =
                Transaction.<Boolean, SQLException>run(database, connection -> lease.release(connection, epoch));
    }

    @Override
    public List<OutboxRow> unsent(Set<String> except, int limit) throws SQLException {
        return Transaction.<List<OutboxRow>, SQLException>run(
                database, connection -> OutboxTable.unsent(connection, except, limit));
    }

    @Override
    public OutboxTable.Picture picture(Set<String> except, int limit) throws SQLException {
        return Transaction.<OutboxTable.Picture, SQLException>run(
                database, connection -> OutboxTable.picture(connection, except, limit));
    }

    @Override
    public OutboxTable.Glance glance(long epoch, Set<String> except) throws SQLException {
        return inLease(epoch, connection -> OutboxTable.glance(connection, except));
    }

    @Override
    public Set<Long> settle(long epoch, Collection<Long> sent, Map<Long, String> refused) throws SQLException {
        return inLease(epoch, connection -> {
            Set<Long> found = new HashSet<>(OutboxTable.delete(connection, sent));
            for (Map.Entry<Long, String> each : refused.entrySet()) {
                if (OutboxTable.bar(connection, each.getKey(), each.getValue())) {
                    found.add(each.getKey());
                }
            }
            return found;
        });
    }

    /** Does work in a transaction that holds the lease until it ends, so that nobody takes it meanwhile. */
    private <T> T inLease(long epoch, Transaction.Work<T, SQLException> work) throws SQLException {
        return Transaction.<T, SQLException>run(database, connection -> {
            if (!lease.renew(connection, epoch)) {
                throw new RelayTerm.LeaseLostException(lease.name(), epoch);
            }
            return work.in(connection);
        });
    }
}
