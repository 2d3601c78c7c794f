package io.tidings.messaging.jdbc.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class SlotTest {

    @Test
    void aKeysSlotIsThatOfKafkasPartitioner() {
        Random random = new Random(8);
        for (int length = 0; length < 64; length++) {
            byte[] key = new byte[length];
            random.nextBytes(key);
            assertThat(Slot.of(key, "ignored")).as("a key of %s bytes", length).isEqualTo((short)
                    (Utils.toPositive(Utils.murmur2(key)) % Slot.COUNT));
        }
    }

    @Test
    void messagesWithoutAKeyAreSpread() {
        long slots = IntStream.range(0, 10_000)
                .map(i -> Slot.of(null, "message-" + i))
                .distinct()
                .count();
        assertThat(slots).isEqualTo(Slot.COUNT);
        assertThat(Slot.of(null, "a")).isEqualTo(Slot.of("a".getBytes(StandardCharsets.UTF_8), "b"));
    }
}
