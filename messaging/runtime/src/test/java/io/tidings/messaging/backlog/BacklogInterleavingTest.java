package io.tidings.messaging.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand lives of one partition, each with its own seed: workers that come and go in any order, handlers that fail,
 * owners that commit now and then, crash, or hand over; a checker that knows what was promised.
 */
class BacklogInterleavingTest {

    private static final int LIVES = Integer.getInteger("tidings.interleavings", 100_000);
    private static final long FIRST_SEED = Long.getLong("tidings.seed", 20_261_122);

    @Test
    void keepsItsPromisesHoweverTheWorkIsInterleaved() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + LIVES; seed++) {
            try {
                new Life(seed).live();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Replay it with -Dtidings.interleavings=1 -Dtidings.seed=" + seed, e);
            }
        }
    }

    /** One partition, from its first message to its last commit. */
    private static final class Life {

        private final Random random;
        private final List<Message> log = new ArrayList<>();
        private final Set<Long> done = new HashSet<>();

        /** What was done and not committed when its owner crashed: only this may be done again. */
        private final Set<Long> mayRepeat = new HashSet<>();

        private final Set<Long> repeated = new HashSet<>();
        private Progress committed = Progress.NONE;

        Life(long seed) {
            random = new Random(seed);
            int keys = 1 + random.nextInt(6);
            long offset = random.nextInt(3);
            for (int i = random.nextInt(40); i >= 0; i--) {
                int key = random.nextInt(keys);
                log.add(new Message(offset, key == 0 ? null : "k" + key));
                offset += random.nextInt(5) == 0 ? 2 + random.nextInt(3) : 1;
            }
        }

        void live() {
            while (committed.position() <= last().offset()) {
                new Owner().work();
            }
            assertThat(done).hasSameSizeAs(log);
            assertThat(committed.position()).isEqualTo(last().offset() + 1);
            assertThat(committed.metadata()).isEmpty();
            assertThat(mayRepeat).containsAll(repeated);
        }

        private Message last() {
            return log.get(log.size() - 1);
        }

        private void handle(Message message) {
            String key = String.valueOf(message.key());
            if (done.contains(message.offset())) {
                repeated.add(message.offset());
                return;
            }
            for (Message other : log) {
                if (other.offset() < message.offset()
                        && String.valueOf(other.key()).equals(key)
                        && !done.contains(other.offset())) {
                    throw new AssertionError(message + " was handled before " + other);
                }
            }
        }

        /** Who has the partition for a while. */
        private final class Owner {

            private final Backlog<Message> backlog = new Backlog<>(committed);
            private final List<Turn<Message>> turns = new ArrayList<>();
            private final Set<Long> doneHere = new HashSet<>();
            private final List<Message> toFetch = log.stream()
                    .filter(message -> message.offset() >= committed.position())
                    .toList();
            private int fetched;
            private long now;

            void work() {
                boolean crashes = random.nextInt(3) == 0;
                int steps = random.nextInt(3) == 0 ? random.nextInt(40) : Integer.MAX_VALUE;
                while (steps-- > 0 && !(fetched == toFetch.size() && backlog.size() == 0)) {
                    step();
                }
                if (crashes) {
                    mayRepeat.addAll(doneHere);
                    return;
                }
                backlog.clear();
                turns.forEach(this::finish);
                assertThat(backlog.taken()).isZero();
                commit();
            }

            private void step() {
                now += random.nextInt(3);
                switch (random.nextInt(8)) {
                    case 0, 1 -> fetch();
                    case 2, 3 -> take();
                    case 7 -> commit();
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
                Turn<Message> turn = backlog.take(1 + random.nextInt(4), now);
                if (!turn.isEmpty()) {
                    turns.add(turn);
                }
            }

            private void settle() {
                if (!turns.isEmpty()) {
                    finish(turns.remove(random.nextInt(turns.size())));
                }
            }

            private void finish(Turn<Message> turn) {
                for (Task<Message> task = turn.next(); task != null; task = turn.next()) {
                    if (random.nextInt(6) == 0) {
                        task.retryAt(now + random.nextInt(4));
                    } else {
                        handle(task.item());
                        done.add(task.item().offset());
                        doneHere.add(task.item().offset());
                        task.done();
                    }
                }
                backlog.settle(turn);
            }

            private void commit() {
                backlog.progress().ifPresent(this::commit);
            }

            private void commit(Progress progress) {
                for (Message message : log) {
                    if (message.offset() < progress.position() && !done.contains(message.offset())) {
                        throw new AssertionError(message + " is committed and not done");
                    }
                }
                assertThat(progress.position()).isGreaterThanOrEqualTo(committed.position());
                committed = progress;
                doneHere.clear();
            }
        }
    }

    private record Message(long offset, @Nullable String key) {
        byte @Nullable [] bytes() {
            return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        }
    }
}
