package io.tidings.messaging.kafka;

import io.tidings.messaging.backlog.Progress;
import io.tidings.messaging.config.ClientSettings;
import io.tidings.messaging.delivery.Delivery;
import io.tidings.messaging.parking.DeadLetterStore;
import io.tidings.messaging.parking.Handling;
import io.tidings.messaging.parking.Parking;
import io.tidings.messaging.parking.ParkingPolicy;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;

/** Makes the lanes of a subscription, and has each told what is parked in its partition. */
final class LaneOpening<K> {

    /** So many polls' worth of records may wait in a lane, so that its worker has work while the next ones are fetched. */
    private static final int POLLS_AHEAD = 4;

    private final String group;
    private final Delivery<K> delivery;
    private final DeadLetterStore store;
    private final ParkedFollower follower;
    private final ScheduledExecutorService workers;
    private final ParkingPolicy policy;
    private final int width;
    private final int highWater;

    LaneOpening(
            ClientSettings settings,
            String group,
            Delivery<K> delivery,
            DeadLetterStore store,
            ParkedFollower follower,
            ScheduledExecutorService workers) {
        this.group = group;
        this.delivery = delivery;
        this.store = store;
        this.follower = follower;
        this.workers = workers;
        this.policy = settings.parkingPolicy();
        this.width = settings.handlerThreads();
        this.highWater = POLLS_AHEAD
                * new ConsumerConfig(settings.consumer(group)).getInt(ConsumerConfig.MAX_POLL_RECORDS_CONFIG);
    }

    Lane<K> open(TopicPartition partition, Progress done) {
        Parking parking =
                new Parking(partition.topic(), group, partition.partition(), store, policy, Clock.systemUTC());
        Lane<K> lane = new Lane<>(partition, done, new Handling<>(delivery, parking), workers, width, highWater);
        follower.follow(partition.partition(), lane, parking);
        return lane;
    }

    void forget(Collection<TopicPartition> partitions) {
        follower.forget(partitions.stream().map(TopicPartition::partition).toList());
    }
}
