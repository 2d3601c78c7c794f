package io.tidings.messaging.kafka;

import io.tidings.messaging.parking.Replay;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a lane has its workers do. */
sealed interface Work {

    /** A record to be handled. */
    record Fetched(ConsumerRecord<byte[], byte[]> record) implements Work {}

    /** Dead letters of a key to be handled again, or dropped. */
    record Ordered(Replay replay) implements Work {}
}
