package io.tidings.messaging.kafka;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.parking.DeadLetterStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Letters and marks in two topics, each in the partition of the record they are about. */
final class KafkaDeadLetterStore implements DeadLetterStore {

    /** Above the producer's own delivery time-out, which ends the wait first. */
    private static final Duration LONGEST_SEND = Duration.ofMinutes(10);

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(1);

    private final LazyProducer producer;
    private final DeadLetterTopics topics;
    private final Supplier<Consumer<byte[], byte[]>> readers;
    private final Runnable onMark;

    /** @param onMark run when there are marks, which there may not have been before */
    KafkaDeadLetterStore(
            LazyProducer producer,
            DeadLetterTopics topics,
            Supplier<Consumer<byte[], byte[]>> readers,
            Runnable onMark) {
        this.producer = producer;
        this.topics = topics;
        this.readers = readers;
        this.onMark = onMark;
    }

    @Override
    public long put(EncodedMessage letter, int partition) {
        return send(letter, partition % topics.requireLetters());
    }

    @Override
    public void mark(EncodedMessage mark, int partition) {
        send(mark, partition % topics.requireParked());
        onMark.run();
    }

    /** The same partition, so that letters of one key keep their order whatever partitioner its sender used. */
    private long send(EncodedMessage message, int partition) {
        String doing = "Sending '" + message.id() + "' to '" + message.address() + "'";
        RecordMetadata place = KafkaFailures.await(
                producer.get().send(Records.outgoing(message, partition)), LONGEST_SEND, doing, message.address());
        return place.offset();
    }

    @Override
    public void read(int partition, long from, Reader reader) {
        TopicPartition letters = new TopicPartition(topics.letters(), partition % topics.requireLetters());
        read(Map.of(letters, from), record -> reader.read(record.offset(), Records.incoming(record)));
    }

    @Override
    public void marks(java.util.function.Consumer<EncodedMessage> reader) {
        Map<TopicPartition, Long> all = new HashMap<>();
        for (int partition = topics.parkedPartitions() - 1; partition >= 0; partition--) {
            all.put(new TopicPartition(topics.parked(), partition), 0L);
        }
        read(all, record -> {
            reader.accept(Records.incoming(record));
            return true;
        });
    }

    private void read(Map<TopicPartition, Long> from, Predicate<ConsumerRecord<byte[], byte[]>> reader) {
        if (from.isEmpty()) {
            return;
        }
        String topic = from.keySet().iterator().next().topic();
        Consumer<byte[], byte[]> consumer = readers.get();
        try {
            Excerpt.read(consumer, from, reader);
        } catch (KafkaException e) {
            throw KafkaFailures.translate("Reading '" + topic + "'", topic, e);
        } finally {
            consumer.close(CloseOptions.timeout(LONGEST_CLOSE));
        }
    }
}
