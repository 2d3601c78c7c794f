package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.outbox.OutboxRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a log-tailing relay does in a term: it reads the log from where the slot stands. */
final class SimulatedTail implements Kind.Duty {
    private final SimulatedWorld world;
    private final SimulatedRelay relay;
    private final RelayTail tail;
    private int read;
    /** Until they are over, there is no slot. */
    private Set<Long> waitingFor = Set.of();

    private boolean drained;

    SimulatedTail(SimulatedRelay relay, RelayTerm term) {
        this.relay = relay;
        this.world = relay.world;
        this.tail = new RelayTail(term);
        this.read = world.database.slot;
        if (!world.calm && world.random.nextInt(10) == 0) {
            world.tell(relay.name, () -> "finds its slot gone, and makes another");
            this.waitingFor = world.database.running();
            if (waitingFor.isEmpty()) {
                this.read = world.database.log.size();
                world.database.slot = read;
            }
        }
    }

    /** A slot is made when all transactions are over that ran when it was begun, as PostgreSQL does it. */
    private boolean slotIsMade() {
        if (waitingFor.isEmpty()) {
            return true;
        }
        waitingFor.retainAll(world.database.running());
        if (waitingFor.isEmpty()) {
            read = world.database.log.size();
            world.database.slot = read;
        }
        return waitingFor.isEmpty();
    }

    @Override
    public void finish() throws SQLException {
        tail.finish();
    }

    @Override
    public void step() throws SQLException {
        if (!slotIsMade()) {
            return;
        }
        if (!drained) {
            tail.drain();
            drained = true;
        } else if (read == world.database.log.size() || world.random.nextInt(3) == 0) {
            tail.keep();
        } else {
            int transactions = 1 + world.random.nextInt(2);
            List<LoggedRow> rows = new ArrayList<>();
            for (int i = 0; i < transactions && read < world.database.log.size(); i++) {
                SimulatedDatabase.Transaction transaction = world.database.log.get(read++);
                for (SimulatedDatabase.Row row : transaction.rows) {
                    rows.add(new LoggedRow(new OutboxRow(row.id, row.message), transaction.id & 0xFFFF_FFFFL));
                }
            }
            world.tell(
                    relay.name,
                    () -> "is told by the log of "
                            + rows.stream().map(row -> row.row().id()).toList());
            tail.relay(rows);
            if (world.random.nextInt(3) == 0) {
                // Another's may be ahead already: a slot never goes back.
                world.database.slot = Math.max(world.database.slot, read);
            }
        }
    }
}
