package io.tidings.replication.internal.streams;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Tells a {@link PollLog} of each poll. Kafka creates it by its name; the log comes as a configuration value. */
public final class PollObserver implements ConsumerInterceptor<byte[], byte[]> {

    /** The configuration key of the {@link PollLog}. */
    static final String LOG_CONFIG = "tidings.replica.poll.log";

    private @Nullable PollLog log;

    @Override
    public void configure(Map<String, ?> configuration) {
        log = (PollLog) requireNonNull(configuration.get(LOG_CONFIG), LOG_CONFIG);
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        requireNonNull(log, "configured").observe(records);
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}
