package io.tidings.testing.faults;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Dies inside Kafka's consumer. */
public final class ConsumerDeaths implements ConsumerInterceptor<byte[], byte[]> {

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        if (!records.isEmpty()) {
            KillPoint.FETCHED.reach();
        }
        return records;
    }

    /** Called while the answer to a commit is taken in, before whoever committed hears of it. */
    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (within("onPartitionsRevoked")) {
            KillPoint.REVOKED.reach();
        } else if (within("end")) {
            KillPoint.CLOSING.reach();
        } else {
            KillPoint.OFFSET_COMMIT_IN_FLIGHT.reach();
        }
    }

    private static boolean within(String method) {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().endsWith(".PollLoop")
                        && frame.getMethodName().equals(method)));
    }

    @Override
    public void close() {
        KillPoint.CLOSING.reach();
    }

    @Override
    public void configure(Map<String, ?> configs) {}
}
