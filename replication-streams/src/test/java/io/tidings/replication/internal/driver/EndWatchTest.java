package io.tidings.replication.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class EndWatchTest {

    private static final TopicPartition A = new TopicPartition("t", 0);
    private static final TopicPartition B = new TopicPartition("t", 1);
    private static final Instant FIRST = Instant.ofEpochSecond(1);
    private static final Instant SECOND = Instant.ofEpochSecond(2);

    private final EndWatch watch = new EndWatch();

    @Test
    void aLogThatGrowsWithoutAPauseIsCaughtUpWithAllTheSame() {
        watch.saw(FIRST, Map.of(A, 10L));
        look(Map.of(A, 9L));
        assertThat(watch.caughtUpAt()).isNull();
        assertThat(watch.idle()).isFalse();

        // By now its end is at 20, and the view never stands there.
        look(Map.of(A, 15L));
        assertThat(watch.caughtUpAt()).isEqualTo(FIRST);
        assertThat(watch.idle()).isTrue();

        watch.saw(SECOND, Map.of(A, 20L));
        look(Map.of(A, 19L));
        assertThat(watch.caughtUpAt()).isEqualTo(FIRST);
        look(Map.of(A, 20L));
        assertThat(watch.caughtUpAt()).isEqualTo(SECOND);
    }

    @Test
    void allPartitionsCount() {
        watch.saw(FIRST, Map.of(A, 10L, B, 10L));
        look(Map.of(A, 10L, B, 9L));
        assertThat(watch.caughtUpAt()).isNull();
    }

    @Test
    void whatHasGoneElsewhereDoesNotCount() {
        watch.saw(FIRST, Map.of(A, 10L, B, 10L));
        look(Map.of(A, 10L));
        assertThat(watch.caughtUpAt()).isEqualTo(FIRST);
    }

    @Test
    void aPartitionWhoseEndNobodyLookedAtMakesTheLookWorthless() {
        watch.saw(FIRST, Map.of(A, 10L));
        look(Map.of(A, 10L, B, 3L));
        assertThat(watch.caughtUpAt()).isNull();
        assertThat(watch.idle()).isTrue();
    }

    @Test
    void aPositionThatIsNotKnownIsNowhere() {
        watch.saw(FIRST, Map.of(A, 0L));
        watch.look(Set.of(A), input -> OptionalLong.empty());
        assertThat(watch.caughtUpAt()).isNull();
    }

    @Test
    void whoHoldsNothingKnowsAllOfIt() {
        watch.saw(FIRST, Map.of());
        look(Map.of());
        assertThat(watch.caughtUpAt()).isEqualTo(FIRST);
    }

    private void look(Map<TopicPartition, Long> positions) {
        watch.look(positions.keySet(), input -> {
            Long position = positions.get(input);
            return position == null ? OptionalLong.empty() : OptionalLong.of(position);
        });
    }
}
