package io.tidings.replication.internal.sql;

import io.tidings.messaging.Received;
import io.tidings.replication.core.Event;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * An event that came with a key.
 *
 * @param key as it travelled
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Arrival(byte[] key, Event event, Received.Origin origin) {

    TopicPartition partition() {
        return new TopicPartition(origin.address(), origin.partition());
    }

    /** The same, as what cannot be kept. */
    Arrival poisoned(String reason) {
        return new Arrival(key, new Event.Poison(event.log(), event.offset(), version(), reason), origin);
    }

    private @Nullable Long version() {
        if (event instanceof Event.Upsert upsert) {
            return upsert.version();
        }
        if (event instanceof Event.Change change) {
            return change.version();
        }
        return event instanceof Event.Delete delete ? (Long) delete.version() : ((Event.Poison) event).version();
    }
}
