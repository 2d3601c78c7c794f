package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MissingTopicException;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.relay.SimulatedWorld.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a relay and a receiver know of a broker: transactions that are there as a whole or not at all, ids whose next holder
 * shuts out the last one (KIP-98), messages that are too large and topics that do not exist, until somebody sees to it.
 */
@SuppressWarnings("StaticAssignmentOfThrowable") // the stacks of millions of them would take most of the time
final class SimulatedBroker {
    static final List<String> ADDRESSES = List.of("orders", "bills");

    private static final TransientMessagingException AWAY = new TransientMessagingException("away", null);
    private static final PoisonMessageException TOO_LARGE = new PoisonMessageException("too large", null);
    private static final MissingTopicException MISSING = new MissingTopicException("bills");
    private static final TransactionalSink.FencedException FENCED =
            new TransactionalSink.FencedException("fenced", TOO_LARGE);

    private final SimulatedWorld world;
    private final Map<String, Integer> epochs = new HashMap<>();
    private final Set<String> large = new HashSet<>();
    /** What transactions have committed. */
    final List<EncodedMessage> log = new ArrayList<>();
    /** From where a receiver begins. */
    int committedOffset;

    private boolean small;
    private boolean missing;

    SimulatedBroker(SimulatedWorld world) {
        this.world = world;
        this.small = world.faults.contains(Fault.OVERSIZE);
        this.missing = world.may(Fault.MISSING_TOPIC, 3);
    }

    /** A message that is too large, while the broker allows only small ones. */
    void tooLarge(EncodedMessage message) {
        large.add(message.id());
    }

    /** Allows messages of any size, and lets all topics be. */
    void mend() {
        small = false;
        missing = false;
    }

    void allowOnlySmallOnes() {
        small = true;
    }

    /**
     * Two producers that send in turn, as over Kafka: they are opened one after the other, and who has failed tries again before
     * the other may send.
     */
    TransactionalSink open(SimulatedProcess self, String transactionalId) {
        TransactionalSink first = openOne(self, transactionalId);
        return inTurn(first, openOne(self, transactionalId + "~2"));
    }

    static TransactionalSink inTurn(TransactionalSink first, TransactionalSink second) {
        return new TransactionalSink() {
            private TransactionalSink next = first;

            @Override
            public void send(List<EncodedMessage> batch) {
                next.send(batch);
                next = next == first ? second : first;
            }

            @Override
            public void close() {
                try {
                    first.close();
                } finally {
                    second.close();
                }
            }
        };
    }

    TransactionalSink openOne(SimulatedProcess self, String transactionalId) {
        self.moment();
        int epoch = epochs.merge(transactionalId, 1, Integer::sum);
        world.tell(self.name, () -> "opens " + transactionalId);
        self.moment();
        return new TransactionalSink() {
            @Override
            public void send(List<EncodedMessage> batch) {
                SimulatedBroker.this.send(self, transactionalId, epoch, batch);
            }

            @Override
            public void close() {
                if (self.dead) {
                    throw SimulatedWorld.Crash.NOW;
                }
            }
        };
    }

    private void send(SimulatedProcess self, String id, int epoch, List<EncodedMessage> batch) {
        self.moment();
        for (EncodedMessage message : batch) {
            if (missing && message.address().equals(MISSING.topic())) {
                world.tell(self.name, () -> "finds no topic for " + message.id());
                throw MISSING;
            }
            if (small && large.contains(message.id())) {
                world.tell(self.name, () -> "is refused " + message.id() + " in a batch of " + batch.size());
                throw TOO_LARGE;
            }
        }
        self.moment();
        answer(self);
        if (epochs.getOrDefault(id, 0) != epoch) {
            world.tell(self.name, () -> "is fenced");
            throw FENCED;
        }
        world.tell(
                self.name,
                () -> "sends " + batch.stream().map(EncodedMessage::id).toList());
        batch.forEach(world.promises::sent);
        log.addAll(batch);
        self.moment();
        answer(self);
    }

    private void answer(SimulatedProcess self) {
        if (world.may(Fault.LOST_ANSWER, 25)) {
            world.tell(self.name, () -> "hears nothing from the broker");
            throw AWAY;
        }
    }
}
