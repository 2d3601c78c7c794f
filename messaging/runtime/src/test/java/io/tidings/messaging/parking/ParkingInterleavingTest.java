package io.tidings.messaging.parking;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.ParkedKey;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.backlog.Backlog;
import io.tidings.messaging.backlog.Progress;
import io.tidings.messaging.backlog.Task;
import io.tidings.messaging.backlog.Turn;
import io.tidings.messaging.delivery.BatchItem;
import io.tidings.messaging.delivery.Delivery;
import io.tidings.messaging.delivery.Outcome;
import io.tidings.messaging.delivery.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand lives of one partition whose messages are partly poison, each with its own seed: workers come and go in any
 * order, brokers are away, owners crash between any two writes or hand over, people replay and drop. In the end a checker that
 * knows what was promised looks at all of it.
 */
class ParkingInterleavingTest {

    private static final int LIVES = Integer.getInteger("tidings.interleavings", 100_000);
    private static final long FIRST_SEED = Long.getLong("tidings.seed", 20_261_123);

    @Test
    void keepsItsPromisesWhateverIsParkedAndReplayed() {
        LongStream.range(FIRST_SEED, FIRST_SEED + LIVES).parallel().forEach(seed -> {
            try {
                new Life(seed).live();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Replay it with -Dtidings.interleavings=1 -Dtidings.seed=" + seed, e);
            }
        });
    }

    /** The process dies. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** One partition, from its first message until nothing is parked any more. */
    private static final class Life {

        // Made once a life: the stacks of millions of them would take most of the time.
        private final TransientMessagingException away = new TransientMessagingException("Away", null);
        private final PoisonMessageException poisonous = new PoisonMessageException("Poison", null);
        private final Crash crash = new Crash();

        private final Random random;
        private final List<Message> log = new ArrayList<>();

        /** How often the handler still fails with it, for good. */
        private final Map<Long, Integer> poison = new HashMap<>();

        private final Set<Long> done = new HashSet<>();
        private final Set<Long> dropped = new HashSet<>();

        /** What was done and not committed when its owner crashed: only this may be done again. */
        private final Set<Long> mayRepeat = new HashSet<>();

        private final boolean drops;

        /** Whether the handler takes several at once, all or nothing. */
        private final boolean batches;

        private @Nullable String violation;
        private boolean faults = true;
        private boolean dead;
        private Progress committed = Progress.NONE;
        private long millis;

        private final MemoryStore store = new MemoryStore() {
            @Override
            protected void moment() {
                if (!dead && faults && random.nextInt(12) == 0) {
                    dead = random.nextBoolean();
                    throw away;
                }
                if (dead) {
                    throw crash;
                }
            }
        };
        private final DeadLetterChannel office = new StoredDeadLetters("orders", "group", store);
        private final Clock clock = new LifeClock(() -> millis);

        Life(long seed) {
            random = new Random(seed);
            drops = random.nextBoolean();
            batches = random.nextBoolean();
            int keys = 1 + random.nextInt(4);
            long offset = random.nextInt(3);
            for (int i = random.nextInt(12); i >= 0; i--) {
                int key = random.nextInt(keys);
                log.add(new Message(offset, key == 0 && random.nextBoolean() ? null : "k" + key));
                if (random.nextInt(4) == 0) {
                    poison.put(offset, 1 + random.nextInt(3));
                }
                offset += random.nextInt(5) == 0 ? 2 + random.nextInt(3) : 1;
            }
        }

        void live() {
            long end = log.get(log.size() - 1).offset() + 1;
            for (int owners = 0; committed.position() < end || somethingIsParked(); owners++) {
                faults = owners < 4;
                new Owner().work();
                assertThat(violation).isNull();
                assertThat(owners).as("owners until all is done").isLessThan(200);
            }
            Set<Long> settled = new HashSet<>(done);
            settled.addAll(dropped);
            assertThat(settled).as("handled or dropped").hasSameSizeAs(log);
            assertThat(committed.metadata()).isEmpty();
        }

        private boolean somethingIsParked() {
            return !store.marks.isEmpty() && !office.parked().isEmpty();
        }

        /** Who looks after the dead letters. */
        private void decide() throws InterruptedException {
            boolean before = faults;
            faults = false;
            for (ParkedKey key : office.parked()) {
                int choice = random.nextInt(8);
                if (drops && choice == 0) {
                    office.letters(key, 1)
                            .forEach(letter -> dropped.add(letter.origin().offset()));
                    office.dropFirst(key, Duration.ZERO);
                } else if (drops && choice == 1) {
                    // What comes behind until the order is carried out is dropped, too.
                    log.stream()
                            .filter(message -> key.key() == null
                                    ? message.offset() == key.offset()
                                    : new String(key.key(), StandardCharsets.UTF_8).equals(message.key()))
                            .filter(message -> message.offset() >= key.offset())
                            .forEach(message -> dropped.add(message.offset()));
                    office.dropAll(key, Duration.ZERO);
                } else if (choice > 1 && choice < 6) {
                    office.replay(key, Duration.ZERO);
                }
            }
            faults = before;
        }

        /** What the handler throws is only a failure of its own. */
        private void must(boolean promise, Supplier<String> otherwise) {
            violation = promise || violation != null ? violation : otherwise.get();
        }

        private Message at(long offset) {
            for (Message message : log) {
                if (message.offset() == offset) {
                    return message;
                }
            }
            throw new AssertionError("There is no message at " + offset);
        }

        private void handle(long offset, Set<Long> before) {
            Message message = at(offset);
            if (done.contains(offset)) {
                must(mayRepeat.contains(offset), () -> message + " was handled twice");
                return;
            }
            for (Message other : log) {
                must(
                        message.key() == null
                                || other.offset() >= offset
                                || !message.key().equals(other.key())
                                || done.contains(other.offset())
                                || before.contains(other.offset())
                                || dropped.contains(other.offset()),
                        () -> message + " was handled before " + other);
            }
            int left = poison.getOrDefault(offset, 0);
            if (left > 0) {
                poison.put(offset, left - 1);
                throw poisonous;
            }
        }

        /** Who has the partition for a while. */
        private final class Owner {

            private final Backlog<Object> backlog = new Backlog<>(committed);
            private final List<Turn<Object>> turns = new ArrayList<>();
            private final Set<Long> doneHere = new HashSet<>();
            private final Set<Long> replayedHere = new HashSet<>();
            private final Parking parking = new Parking("orders", "group", 0, store, new ParkingPolicy(true, 3), clock);
            private final Handling<String> handling = new Handling<>(
                    new Delivery<>(
                            new Unread(),
                            new SubscriptionSpec<>(
                                    new Channel<>("orders", "orders", KeyType.STRING), List.of(), "group"),
                            batches ? (BatchHandler<String>) this::handleAll : this::handle,
                            new RetryPolicy(Duration.ZERO, Duration.ZERO, 2)),
                    parking);
            private final List<Message> toFetch = log.stream()
                    .filter(message -> message.offset() >= committed.position())
                    .toList();
            private int fetched;
            private int told;
            private long now;
            private boolean stopping;
            private boolean replaying;

            void work() {
                dead = false;
                try {
                    List.copyOf(store.marks).forEach(this::tell);
                    parking.ready().forEach(this::add);
                    for (int steps = 10 + random.nextInt(40); steps > 0; steps--) {
                        step();
                    }
                    stopping = true;
                    backlog.clear();
                    turns.forEach(this::finish);
                    commit();
                } catch (Crash e) {
                    mayRepeat.addAll(doneHere);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                // How far a replay has come may be unknown when the partition goes to another owner.
                mayRepeat.addAll(replayedHere);
            }

            private void tell(EncodedMessage mark) {
                told++;
                parking.tell(mark).ifPresent(this::add);
            }

            private void add(Replay replay) {
                backlog.addErrand(replay.key(), replay);
            }

            private void step() throws InterruptedException {
                now += random.nextInt(3);
                millis += random.nextInt(2);
                switch (random.nextInt(10)) {
                    case 0, 1 -> fetch();
                    case 2, 3 -> take();
                    case 4 -> commit();
                    case 5 -> {
                        if (random.nextInt(3) == 0) {
                            decide();
                        }
                        List.copyOf(store.marks.subList(told, store.marks.size()))
                                .forEach(this::tell);
                    }
                    default -> settle();
                }
            }

            private void fetch() {
                for (int i = random.nextInt(8); i > 0 && fetched < toFetch.size(); i--) {
                    Message message = toFetch.get(fetched++);
                    backlog.add(message.offset(), 0, message.bytes(), message);
                }
            }

            private void take() {
                Turn<Object> turn = backlog.take(1 + random.nextInt(4), now);
                if (!turn.isEmpty()) {
                    turns.add(turn);
                }
            }

            private void settle() {
                if (!turns.isEmpty()) {
                    finish(turns.remove(random.nextInt(turns.size())));
                }
            }

            private void finish(Turn<Object> turn) {
                if (batches && !turn.isErrand()) {
                    finishTogether(turn);
                } else {
                    finishOneByOne(turn);
                }
                backlog.settle(turn);
            }

            private void finishTogether(Turn<Object> turn) {
                replaying = false;
                List<Task<Object>> tasks = turn.together();
                List<BatchItem> items = tasks.stream()
                        .map(task -> {
                            Message message = (Message) task.item();
                            return BatchItem.inOrder(message.encoded(), message.origin(), task);
                        })
                        .toList();
                handling.handle(items, () -> random.nextInt(16) == 0);
                if (dead) {
                    throw crash;
                }
                for (int i = 0; i < items.size(); i++) {
                    Outcome outcome = items.get(i).outcome();
                    if (outcome instanceof Outcome.Retry) {
                        tasks.get(i).retryAt(now + random.nextInt(4));
                    } else if (outcome != null) {
                        tasks.get(i).done();
                        doneHere.add(items.get(i).origin().offset());
                    }
                }
            }

            private void finishOneByOne(Turn<Object> turn) {
                for (Task<Object> task = turn.next(); task != null; task = turn.next()) {
                    replaying = task.item() instanceof Replay;
                    Outcome outcome = task.item() instanceof Message message
                            ? handling.handle(message.encoded(), message.origin(), task)
                            : handling.replay((Replay) task.item(), () -> stopping || random.nextInt(8) == 0, task);
                    if (dead) {
                        throw crash;
                    }
                    if (outcome instanceof Outcome.Retry) {
                        task.retryAt(now + random.nextInt(4));
                    } else {
                        task.done();
                        if (task.item() instanceof Message message) {
                            doneHere.add(message.offset());
                        }
                    }
                }
            }

            private void commit() {
                backlog.progress().ifPresent(progress -> {
                    committed = progress;
                    doneHere.clear();
                });
            }

            private void handle(Received<String, ?> message) {
                Life.this.handle(message.origin().offset(), Set.of());
                effect(message);
            }

            private void handleAll(List<Received<String, ?>> batch) {
                Set<Long> before = new HashSet<>();
                for (Received<String, ?> message : batch) {
                    Life.this.handle(message.origin().offset(), before);
                    before.add(message.origin().offset());
                }
                if (faults && random.nextInt(8) == 0) {
                    throw away;
                }
                batch.forEach(this::effect);
            }

            private void effect(Received<String, ?> message) {
                done.add(message.origin().offset());
                doneHere.add(message.origin().offset());
                if (replaying) {
                    replayedHere.add(message.origin().offset());
                }
            }
        }
    }
}
