package io.tidings.replication.internal.copy;

import io.tidings.messaging.Received;
import io.tidings.replication.core.Event;
import io.tidings.replication.internal.copy.Ledger.Place;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What one poll brought.
 *
 * @param arrivals each partition's in its order
 * @param places where the partitions go on when these are applied; there may be some that brought nothing, but whose offsets
 *     went to transaction markers
 */
record Chunk(List<Arrival> arrivals, Map<TopicPartition, Place> places) {

    /**
     * A record.
     *
     * @param key null: nothing can be kept for it
     * @param event null if it is of a kind that does not concern the view
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Arrival(byte @Nullable [] key, @Nullable Event event, Received.Origin origin) {}
}
