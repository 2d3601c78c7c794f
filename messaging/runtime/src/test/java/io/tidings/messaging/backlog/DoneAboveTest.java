package io.tidings.messaging.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoneAboveTest {

    @Test
    void readsWhatItWrote() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            long position = random.nextLong() >>> (1 + random.nextInt(62));
            OffsetRanges ranges = new OffsetRanges();
            Set<Long> offsets = new HashSet<>();
            for (int j = random.nextInt(50); j >= 0; j--) {
                long offset = position + random.nextInt(100);
                ranges.add(offset, offset + 1);
                offsets.add(offset);
            }

            String text = new DoneAbove(ranges, 5).write(position);
            DoneAbove read = DoneAbove.read(position, text);

            assertThat(read.epoch()).isEqualTo(5);
            for (long offset = position; offset < position + 101; offset++) {
                assertThat(read.ranges().contains(offset)).isEqualTo(offsets.contains(offset));
            }
        }
    }

    @Test
    void staysBelowWhatBrokersTakeAndLeavesOutTheHighest() {
        OffsetRanges ranges = new OffsetRanges();
        for (long offset = 1; offset < 100_000; offset += 2) {
            ranges.add(offset, offset + 1);
        }

        String text = new DoneAbove(ranges, 0).write(0);
        DoneAbove read = DoneAbove.read(0, text);

        assertThat(text).hasSizeLessThanOrEqualTo(4_096);
        assertThat(read.ranges().contains(1)).isTrue();
        assertThat(read.ranges().contains(2)).isFalse();
        assertThat(read.ranges().contains(99_999)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sarama@host",
                "tidings1:",
                "tidings1:?",
                "tidings1:AQAA",
                "tidings1:gICAgICAgICAgA",
                "tidings2:AQEB"
            })
    void takesWhatOthersWroteForNothing(String metadata) {
        assertThat(DoneAbove.read(0, metadata).ranges().isEmpty()).isTrue();
    }
}
