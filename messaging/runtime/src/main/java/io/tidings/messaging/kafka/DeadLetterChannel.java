package io.tidings.messaging.kafka;

import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.EncodedMessage;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where the records of a group go that will never be handled. Made when the first one comes. */
final class DeadLetterChannel {

    /** Above the producer's own delivery time-out, which ends the wait first. */
    private static final Duration LONGEST_SEND = Duration.ofMinutes(10);

    private final LazyProducer producer;
    private final Topics topics;
    private final String group;
    private final long retention;

    DeadLetterChannel(LazyProducer producer, Topics topics, String group, long retention) {
        this.producer = producer;
        this.topics = topics;
        this.group = group;
        this.retention = retention;
    }

    /**
     * Puts a record there and waits until all replicas have it: its offset is committed after that.
     *
     * @throws io.tidings.messaging.MissingTopicException among other {@link io.tidings.messaging.MessagingException}s; the
     *     record is not there then
     */
    void put(ConsumerRecord<byte[], byte[]> record, Throwable cause) {
        EncodedMessage letter = DeadLetters.letter(Records.incoming(record), Records.origin(record), group, cause);
        int partitions = topics.requireDeadLetters(letter.address(), record.topic(), retention);
        String doing = "Sending the record at offset " + record.offset() + " of " + record.topic() + "-"
                + record.partition() + " to '" + letter.address() + "'";
        // The same partition, so that dead letters of one key keep their order whatever partitioner its sender used.
        int partition = record.partition() % partitions;
        KafkaFailures.await(
                producer.get().send(Records.outgoing(letter, partition)), LONGEST_SEND, doing, letter.address());
    }
}
