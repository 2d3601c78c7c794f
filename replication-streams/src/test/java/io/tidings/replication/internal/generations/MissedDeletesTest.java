package io.tidings.replication.internal.generations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.core.KeyMarks;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.Readiness;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MissedDeletesTest {

    private final SimulatedView world = new SimulatedView(new Random(1));
    private final SimulatedView.SimulatedDriver driver;

    MissedDeletesTest() {
        world.say("lives", 1);
        world.say("gone", 1);
        Shape shape = new Shape("f1", "simulated", true, "\"string\"", List.of("channel"), List.of());
        driver = (SimulatedView.SimulatedDriver) world.start(Generation.of("View", shape, 0));
        driver.advance(2);
    }

    @Test
    void whatIsNotInItsTopicAnyMoreIsBuried() {
        sweeping(readiness -> {}).bury(driver);

        assertThat(live()).containsOnlyKeys("lives");
    }

    @Test
    void nothingIsBuriedIfAPartitionComesWhileKeysAreRead() {
        assertThatThrownBy(() -> sweeping(Readiness::newEpoch).bury(driver))
                .isInstanceOf(TransientMessagingException.class);
        assertThat(live()).containsOnlyKeys("lives", "gone");

        assertThatThrownBy(() -> sweeping(readiness -> {}).bury(driver))
                .as("it is not known yet what has come")
                .isInstanceOf(TransientMessagingException.class);
        assertThat(live()).containsOnlyKeys("lives", "gone");
    }

    private MissedDeletes sweeping(Consumer<Readiness> meanwhile) {
        return new MissedDeletes(
                topics -> true,
                partitions -> {
                    KeyMarks marks = new KeyMarks();
                    marks.mark("lives".getBytes(StandardCharsets.UTF_8));
                    meanwhile.accept(driver.readiness());
                    return marks;
                },
                world);
    }

    private Map<String, Row> live() {
        Map<String, Row> live = new TreeMap<>(Objects.requireNonNull(world.stores.get("View-f1")).rows);
        live.values().removeIf(row -> !row.live());
        return live;
    }
}
