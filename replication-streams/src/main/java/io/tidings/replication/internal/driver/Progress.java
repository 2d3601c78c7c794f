package io.tidings.replication.internal.driver;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** How far a driver has come. Safe for use by several threads. */
public interface Progress {

    /** For each partition that is held here, the offset that is applied next. */
    Map<TopicPartition, Long> positions();

    /**
     * How many offsets the ends of these partitions are ahead.
     *
     * @throws io.tidings.messaging.TransientMessagingException if the broker does not answer in time
     */
    long lag();

    /** How many entities live, about. */
    long live();

    /** How many graves are kept, about. */
    long graves();

    /** How many keys are parked. */
    long parked();

    /** How many records without a key were passed over since the start. */
    long withoutKey();

    /** The timestamp of the newest record that was processed since the start, whatever it changed. */
    Optional<Instant> newest();

    /** The latest moment of which this knows all that was in its partitions then; looked at about once a second ({@link EndWatch}). */
    Optional<Instant> caughtUpAt();
}
