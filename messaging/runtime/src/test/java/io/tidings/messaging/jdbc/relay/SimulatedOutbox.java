package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.outbox.OutboxRow;
import io.tidings.messaging.jdbc.outbox.UnsentRows;
import io.tidings.messaging.jdbc.relay.SimulatedWorld.Fault;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** The outbox as one process sees it: others go on before, in and after each transaction, and answers are lost. */
final class SimulatedOutbox implements LeasedOutbox {
    private final SimulatedRelay relay;
    private final SimulatedWorld world;
    private final SimulatedDatabase database;
    private final String owner;
    /** Whether what is written is written only under the lease. */
    boolean checked = true;
    /** Whether a barred row holds back those behind it. */
    boolean barredHoldBack = true;
    /** Whether rows come in the order in which their transactions began. */
    boolean byTransaction;

    SimulatedOutbox(SimulatedRelay relay, String owner) {
        this.relay = relay;
        this.world = relay.world;
        this.database = world.database;
        this.owner = owner;
    }

    /** A cursor that is kept in the database. */
    long[] cursor() {
        return database.cursor;
    }

    private void before() throws SQLException {
        relay.moment();
        answer();
    }

    private void after() throws SQLException {
        relay.moment();
        answer();
    }

    private void answer() throws SQLException {
        if (world.may(Fault.LOST_ANSWER, 25)) {
            world.tell(relay.name, () -> "hears nothing from the database");
            throw new SimulatedDatabase.Away();
        }
    }

    @Override
    public OptionalLong acquire() throws SQLException {
        before();
        OptionalLong epoch = database.lease.acquire(owner, world.now);
        if (epoch.isPresent()) {
            world.tell(relay.name, () -> "takes the lease, epoch " + epoch.getAsLong());
        }
        after();
        return epoch;
    }

    @Override
    public void renew(long epoch) throws SQLException {
        boolean unused = inLease(epoch, SimulatedWorld.LEASE, () -> true);
    }

    @Override
    public void release(long epoch) throws SQLException {
        before();
        database.lease.check();
        if (database.lease.isHeldBy(owner, epoch)) {
            database.lease.prolong(world.now - 1);
            world.tell(relay.name, () -> "gives up the lease");
        }
        after();
    }

    @Override
    public UnsentRows.Waiting unsent(Set<String> except, Collection<Long> inFlight, int limit) throws SQLException {
        before();
        List<OutboxRow> rows = database.unsent(except, inFlight, limit, barredHoldBack, byTransaction);
        world.tell(relay.name, () -> "reads " + rows.stream().map(OutboxRow::id).toList());
        after();
        return new UnsentRows.Waiting(rows, rows.size() < limit, 1);
    }

    @Override
    public Set<String> others() {
        return Set.of();
    }

    @Override
    public UnsentRows.Picture picture(Set<String> except, int limit) throws SQLException {
        before();
        UnsentRows.Picture picture = database.picture(except, limit);
        world.tell(
                relay.name,
                () -> "reads " + picture.rows().stream().map(OutboxRow::id).toList() + " and sees "
                        + picture.snapshot());
        after();
        return picture;
    }

    @Override
    public UnsentRows.Glance glance(long epoch, Set<String> except) throws SQLException {
        return inLease(epoch, SimulatedWorld.LEASE, () -> database.glance(except));
    }

    @Override
    public long transaction(long epoch) throws SQLException {
        return inLease(epoch, SimulatedWorld.LEASE, database::transaction);
    }

    @Override
    public Set<Long> settle(long epoch, Collection<Long> sent, Map<Long, String> refused) throws SQLException {
        List<Long> ids = List.copyOf(sent);
        return inLease(epoch, SimulatedWorld.LEASE, () -> {
            Set<Long> found = new HashSet<>();
            ids.stream().filter(database::delete).forEach(found::add);
            refused.forEach((id, reason) -> {
                if (database.bar(id, reason)) {
                    found.add(id);
                }
            });
            if (!ids.isEmpty() || !refused.isEmpty()) {
                world.tell(relay.name, () -> "deletes " + ids + " and bars " + refused.keySet());
            }
            return found;
        });
    }

    private <T> T inLease(long epoch, long prolongation, Supplier<T> work) throws SQLException {
        before();
        SimulatedDatabase.Lease lease = database.lease;
        if (checked) {
            lease.check();
            if (!lease.isHeldBy(owner, epoch)) {
                world.tell(relay.name, () -> "finds its lease taken");
                throw new RelayTerm.LeaseLostException("simulated", epoch);
            }
            lease.lockedBy = this;
        }
        long until = world.now + prolongation;
        try {
            relay.moment();
            if (world.may(Fault.LOST_ANSWER, 40)) {
                outlive(until, work);
                throw new SimulatedDatabase.Away();
            }
        } finally {
            if (lease.lockedBy == this) {
                lease.lockedBy = null;
            }
        }
        if (checked) {
            lease.prolong(until);
        } else if (!lease.isHeldBy(owner, epoch)) {
            throw new Promises.Broken("Written without the lease: epoch " + epoch + " is over");
        }
        T result = work.get();
        after();
        return result;
    }

    /** COMMIT was sent, and the connection is lost: the lease stays locked until the server has decided. */
    private <T> void outlive(long until, Supplier<T> work) {
        boolean commits = world.random.nextBoolean();
        world.tell(
                relay.name,
                () -> "loses its connection in COMMIT, which the server will "
                        + (commits ? "carry out" : "not carry out"));
        if (!checked) {
            return;
        }
        Object server = new Object();
        database.lease.lockedBy = server;
        world.later(() -> {
            database.lease.lockedBy = null;
            if (commits) {
                database.lease.prolong(until);
                T unused = work.get();
            }
        });
    }
}
