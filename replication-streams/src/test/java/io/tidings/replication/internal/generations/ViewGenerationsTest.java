package io.tidings.replication.internal.generations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.core.Burial;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.RowEdit;
import io.tidings.replication.internal.driver.ViewDriver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Deployments, rebuilds, resets and erasures, with a kill at any step. Seeded: a failure names its seed. {@code
 * -Dtidings.generations.runs} says how many lives.
 */
class ViewGenerationsTest {

    private static final int RUNS = Integer.getInteger("tidings.generations.runs", 1_000);

    @Test
    void whoeverAnswersHasEverythingAndNothingIsLeftBehindWhereverItIsKilled() {
        for (long seed = 0; seed < RUNS; seed++) {
            Life life = new Life(seed);
            try {
                life.live();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + life.told, e);
            }
        }
    }

    @Test
    void aGenerationThatLosesRowsDoesNotTakeOverUntilSomebodySaysSo() {
        SimulatedView world = new SimulatedView(new Random(3));
        for (int key = 0; key < 30; key++) {
            world.say("k" + key, 1);
        }
        ViewGenerations generations = started(world, "f1");
        advanceAll(world);
        generations.tick();
        world.losesRows = true;
        generations.rebuild();
        advanceAll(world);
        generations.tick();

        assertThat(generations.status().next()).isEqualTo("View-f1-g1");
        assertThat(generations.status().differences()).isNotEmpty();
        assertThat(generations.answering().replica().name()).isEqualTo("View-f1");

        generations.acceptDifferences();
        generations.tick();
        assertThat(generations.answering().replica().name()).isEqualTo("View-f1-g1");
        assertThat(generations.status().differences()).isEmpty();
    }

    @Test
    void whatOthersStillUseIsRemovedLater() {
        SimulatedView world = new SimulatedView(new Random(3));
        world.othersUseWhatIsRetired = true;
        ViewGenerations generations = started(world, "f1");
        generations.rebuild();
        advanceAll(world);
        generations.tick();
        assertThat(generations.status().retired()).containsExactly("View-f1");

        world.othersUseWhatIsRetired = false;
        generations.tick();
        assertThat(generations.status().retired()).isEmpty();
    }

    @Test
    void rowsThatEventsAloneChangeAreNotErasedByHalves() {
        SimulatedView world = new SimulatedView(new Random(3));
        world.changedByEventsAlone = true;
        ViewGenerations generations = started(world, "f1");
        advanceAll(world);

        assertThatThrownBy(() -> generations.edit(new byte[] {1}, row -> Optional.empty(), true))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(world.read().erased()).isEmpty();
        assertThat(world.read().unfinished()).isEmpty();
        assertThat(generations.answering()).isNotInstanceOf(HeldDriver.class);
    }

    @Test
    void whatDoesNotStartChangesNothingAndIsTriedAgain() {
        SimulatedView world = new SimulatedView(new Random(3));
        world.say("k", 1);
        ViewGenerations generations = started(world, "f1");
        advanceAll(world);
        world.startsNothing = true;
        assertThatThrownBy(generations::rebuild).isInstanceOf(TransientMessagingException.class);
        assertThatThrownBy(generations::reset).isInstanceOf(TransientMessagingException.class);
        assertThat(generations.answering().replica().name()).isEqualTo("View-f1");
        assertThat(generations.answering().readiness().ready()).isTrue();
        assertThat(world.written().current()).hasFieldOrPropertyWithValue("name", "View-f1");
        assertThat(world.written().next()).isNull();

        world.startsNothing = false;
        generations.rebuild();
        assertThat(generations.status().next()).isEqualTo("View-f1-g1");
        world.startsNothing = true;
        assertThatThrownBy(generations::reset).isInstanceOf(TransientMessagingException.class);
        assertThat(generations.status().next()).isEqualTo("View-f1-g1");
        assertThat(generations.running()).hasSize(2);
        world.startsNothing = false;
        generations.reset();
        advanceAll(world);
        generations.tick();

        assertThat(generations.answering().replica().name()).isEqualTo("View-f1-g2");
        assertThat(generations.answering().readiness().ready()).isTrue();
        assertThat(world.stores).containsOnlyKeys("View-f1-g2");
    }

    private static ViewGenerations started(SimulatedView world, String fingerprint) {
        world.erased = new Erased();
        ViewGenerations generations = new ViewGenerations(
                "View", shape(fingerprint), world, world, world.erased, Duration.ZERO, world, () -> {});
        generations.begin();
        return generations;
    }

    private static Shape shape(String fingerprint) {
        return new Shape(fingerprint, "simulated", true, "\"string\"", List.of("channel"), List.of());
    }

    private static void advanceAll(SimulatedView world) {
        List.copyOf(world.running).forEach(driver -> driver.advance(1_000));
    }

    /** A view through deployments and kills. */
    private static final class Life {

        final List<String> told = new ArrayList<>();
        private final Random random;
        private final SimulatedView world;
        private final Map<String, Long> owner = new TreeMap<>();
        private final Set<String> erased = new TreeSet<>();
        /** Whoever erased them was killed before it was told. */
        private final Set<String> perhapsErased = new TreeSet<>();

        private @Nullable ViewGenerations generations;
        private String deployed = "f1";

        Life(long seed) {
            this.random = new Random(seed);
            this.world = new SimulatedView(random);
            this.world.killsLeft = random.nextInt(6);
        }

        void live() {
            times(random.nextInt(10), this::say);
            times(60, this::step);
            world.killsLeft = 0;
            start();
            times(6, () -> {
                advanceAll(world);
                tick();
            });
            check();
            ViewGenerations now = java.util.Objects.requireNonNull(generations);
            assertThat(now.answering().readiness().ready()).isTrue();
            assertThat(now.status().next()).isNull();
            assertThat(now.status().retired()).isEmpty();
            assertThat(world.stores.keySet()).containsExactly(now.status().current());
            assertThat(now.status().current()).startsWith("View-" + deployed);
        }

        private void step() {
            try {
                int dice = random.nextInt(20);
                if (generations == null || dice == 0) {
                    start();
                } else if (dice < 4) {
                    say();
                } else if (dice < 10 && !world.running.isEmpty()) {
                    world.running.get(random.nextInt(world.running.size())).advance(random.nextInt(4));
                } else if (dice == 10) {
                    told.add("rebuild");
                    generations.rebuild();
                } else if (dice == 11 && random.nextInt(3) == 0) {
                    told.add("reset");
                    generations.reset();
                } else if (dice == 12) {
                    erase();
                } else if (dice == 13) {
                    deployed = "f" + (1 + random.nextInt(3));
                    told.add("deploy " + deployed);
                    generations.close();
                    start();
                } else {
                    tick();
                }
                check();
            } catch (SimulatedView.Killed killed) {
                told.add("killed");
                generations = null;
            }
        }

        private void start() {
            generations = null;
            world.running.clear();
            generations = started(world, deployed);
        }

        private void tick() {
            if (generations != null) {
                generations.tick();
            }
        }

        private void say() {
            String key = "k" + random.nextInt(5);
            world.say(key, owner.merge(key, 1L, Long::sum));
        }

        private void erase() {
            String key = "k" + random.nextInt(5);
            told.add("erase " + key);
            perhapsErased.add(key);
            RowEdit edit = row -> Optional.of(new RowEdit.Replace(Burial.forGood(0)));
            java.util.Objects.requireNonNull(generations).edit(key.getBytes(StandardCharsets.UTF_8), edit, true);
            erased.add(key);
        }

        /** Who answers has applied all that it says it has, and nothing that was erased. */
        private void check() {
            ViewDriver answering = java.util.Objects.requireNonNull(generations).answering();
            String name = answering.replica().name();
            assertThat(world.stores).containsKey(name);
            if (!answering.readiness().ready()) {
                return;
            }
            assertThat(name).isNotEqualTo(generations.status().next());
            assertThat(name).matches("View-(f1|" + deployed + ")(-g\\d+)?");
            Map<String, Long> expected = new TreeMap<>();
            SimulatedView.Store store = java.util.Objects.requireNonNull(world.stores.get(name));
            for (int offset = 0; offset < store.position; offset++) {
                expected.put(world.keys.get(offset), world.channel.get(offset).version());
            }
            Set<String> unsure = new TreeSet<>(perhapsErased);
            unsure.removeAll(erased);
            expected.keySet().removeAll(perhapsErased);
            Map<String, Long> live = new TreeMap<>();
            store.rows.forEach((key, row) -> addIfLive(live, key, row));
            live.keySet().removeAll(unsure);
            assertThat(live).isEqualTo(expected);
        }

        private static void addIfLive(Map<String, Long> live, String key, Row row) {
            if (row.live()) {
                live.put(key, row.version());
            }
        }

        private static void times(int count, Runnable what) {
            for (int time = 0; time < count; time++) {
                what.run();
            }
        }
    }
}
