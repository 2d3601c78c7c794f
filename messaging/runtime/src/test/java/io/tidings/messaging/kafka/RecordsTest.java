package io.tidings.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.EncodedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.internal.AbstractRecords;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our sizes against Kafka's own code. */
class RecordsTest {

    @ParameterizedTest
    @MethodSource("messages")
    void sizesAreWhatProducerAndBrokerReckon(EncodedMessage message) {
        Header[] headers = message.headers().stream()
                .map(header -> new RecordHeader(header.name(), header.value()))
                .toArray(Header[]::new);

        assertThat(Records.requestSize(message))
                .isEqualTo(AbstractRecords.estimateSizeInBytesUpperBound(
                        RecordBatch.CURRENT_MAGIC_VALUE,
                        CompressionType.NONE,
                        message.key(),
                        message.value(),
                        headers));
        assertThat(Records.batchSize(message))
                .isEqualTo(MemoryRecords.withRecords(
                                Compression.NONE, new SimpleRecord(0, message.key(), message.value(), headers))
                        .sizeInBytes());
        assertThat(Records.sizeAtMost(message))
                .isGreaterThanOrEqualTo(Records.requestSize(message))
                .isGreaterThanOrEqualTo(Records.batchSize(message));
    }

    static Stream<EncodedMessage> messages() {
        Random random = new Random(7);
        List<EncodedMessage> messages = new ArrayList<>();
        messages.add(new EncodedMessage("none", "orders", null, null, List.of()));
        for (int length : new int[] {0, 1, 63, 64, 8191, 8192, 1_048_575, 1_048_576}) {
            messages.add(new EncodedMessage("of " + length, "orders", null, new byte[length], List.of()));
        }
        for (int i = 0; i < 50; i++) {
            List<EncodedMessage.Header> headers = new ArrayList<>();
            for (int j = random.nextInt(100); j > 0; j--) {
                headers.add(new EncodedMessage.Header("k\u00e9y\u20ac".repeat(random.nextInt(20)), bytes(random)));
            }
            messages.add(new EncodedMessage(
                    "random " + i, "orders", random.nextBoolean() ? null : bytes(random), bytes(random), headers));
        }
        return messages.stream();
    }

    private static byte[] bytes(Random random) {
        return new byte[random.nextInt(300)];
    }
}
