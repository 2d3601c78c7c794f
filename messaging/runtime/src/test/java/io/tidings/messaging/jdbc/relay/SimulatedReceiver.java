package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.Received;
import io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver;
import io.tidings.messaging.jdbc.relay.SimulatedWorld.Crash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A process that reads from the broker what was committed there, and lets it take effect behind the real idempotent receiver.
 * Another one may do so at the same time: as after a rebalance, of which one of them has not heard.
 */
final class SimulatedReceiver extends SimulatedProcess {
    private final boolean offsetBeforeEffect;
    private final SimulatedConnection connection;
    private final BatchHandler<String> handler;
    private int position;

    SimulatedReceiver(SimulatedWorld world, String name, boolean offsetBeforeEffect) {
        super(world, name);
        this.offsetBeforeEffect = offsetBeforeEffect;
        this.connection = new SimulatedConnection(this);
        this.handler = new JdbcIdempotentReceiver(connection.source(), "receiver").inBatches(transaction -> message -> {
            moment();
            connection.effect(message.metadata().id());
            moment();
        });
    }

    @Override
    void step() {
        try {
            if (dead) {
                dead = false;
                position = world.broker.committedOffset;
            }
            if (position == world.broker.log.size()) {
                boolean again = !world.calm && world.random.nextInt(10) == 0;
                position = Math.max(0, world.broker.committedOffset - (again ? 1 : 0));
                return;
            }
            int left = world.broker.log.size() - position;
            receive(List.copyOf(
                    world.broker.log.subList(position, position + 1 + world.random.nextInt(Math.min(3, left)))));
        } catch (Crash e) {
            connection.cut();
        }
    }

    private void receive(List<EncodedMessage> messages) {
        if (offsetBeforeEffect) {
            world.broker.committedOffset = position + messages.size();
        }
        List<Received<String, ?>> batch = new ArrayList<>();
        messages.forEach(message -> batch.add(new Received<>(
                "key",
                null,
                null,
                Metadata.of(message.id(), "/simulated", "Note", Instant.EPOCH),
                new Received.Origin("notes", 0, position, Instant.EPOCH),
                Map.of())));
        try {
            handler.handleAll(batch);
        } catch (Exception e) {
            world.tell(name, () -> "tries " + messages + " again");
            return;
        }
        position += messages.size();
        moment();
        if (world.calm || world.random.nextBoolean()) {
            world.broker.committedOffset = position;
            moment();
        }
    }
}
