package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.relay.SimulatedWorld.Fault;
import org.jspecify.annotations.Nullable;

/** Changes accounts and tells of it, in transactions that take their time: the account is locked before its message is written. */
final class SimulatedWriter extends SimulatedWorld.Actor {
    private final SimulatedWorld world;
    private final String name;
    private final int accounts;
    private int left;
    private SimulatedDatabase.@Nullable Transaction transaction;
    private int changes;

    SimulatedWriter(SimulatedWorld world, String name, int accounts) {
        this.world = world;
        this.name = name;
        this.accounts = accounts;
        this.left = 1 + world.random.nextInt(4);
    }

    @Override
    void step() {
        SimulatedDatabase.Transaction current = transaction;
        if (current == null) {
            if (left > 0 && !world.calm) {
                left--;
                transaction = world.database.begin();
                changes = 1 + world.random.nextInt(3);
            }
        } else if (current.logged) {
            world.database.show(current);
            transaction = null;
        } else if (changes > 0 && !world.calm) {
            change(current);
        } else if (world.calm || world.may(Fault.ROLLBACK, 5)) {
            world.tell(name, () -> "rolls back");
            world.database.rollBack(current);
            transaction = null;
        } else {
            world.tell(name, () -> "commits transaction " + current.id);
            world.database.log(current);
        }
    }

    private void change(SimulatedDatabase.Transaction current) {
        String account = "account" + world.random.nextInt(accounts);
        Integer version = world.database.change(current, account);
        if (version == null) {
            // Whoever waits may be waited for: then the database ends one of them.
            if (world.random.nextInt(4) == 0) {
                changes = 0;
                world.database.rollBack(current);
                transaction = null;
            }
            return;
        }
        changes--;
        tell(current, account + "." + version, account);
        if (world.random.nextInt(6) == 0) {
            tell(current, "note-" + account + "." + version + "-" + current.id, null);
        }
    }

    private void tell(SimulatedDatabase.Transaction current, String text, @Nullable String key) {
        String address = SimulatedBroker.ADDRESSES.get(world.random.nextInt(2));
        SimulatedDatabase.Row row = world.database.insert(this, current, text + "@" + current.id, address, key);
        if (world.random.nextInt(12) == 0) {
            world.broker.tooLarge(row.message);
        }
        world.tell(name, () -> "writes row " + row.id + ": " + row.message.id() + " to " + address);
    }
}
