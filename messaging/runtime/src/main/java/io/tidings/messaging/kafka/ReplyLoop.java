package io.tidings.messaging.kafka;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.delivery.ReplyJoin;
import io.tidings.messaging.observe.RequestWatch;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a whole reply channel from where it ended when this was opened. It belongs to no group: each requestor sees every
 * reply and keeps its own.
 */
final class ReplyLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyLoop.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long PAUSE_AFTER_FAILURE = TimeUnit.SECONDS.toNanos(1);

    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(500);

    private record Unread(EncodedMessage message, Received.Origin origin) {}

    private final String name;
    private final Consumer<byte[], byte[]> consumer;
    private final ReplyJoin join;
    private final RequestWatch watch;
    private final Duration patience;
    private final Queue<Unread> unread = new ArrayDeque<>();
    private final String topic;
    private final Set<TopicPartition> partitions;
    private long lastLook = System.nanoTime();
    private volatile boolean closing;

    /**
     * Ready when this returns: no reply to a request that is sent from now on is missed.
     *
     * @param patience how long to wait for the broker, now and at the end
     */
    ReplyLoop(
            String name,
            Consumer<byte[], byte[]> consumer,
            String topic,
            int partitions,
            ReplyJoin join,
            Duration patience,
            RequestWatch watch) {
        this.name = name;
        this.consumer = consumer;
        this.join = join;
        this.patience = patience;
        this.watch = watch;
        this.topic = topic;
        this.partitions = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        consumer.assign(this.partitions);
        consumer.endOffsets(this.partitions, patience).forEach((partition, end) -> consumer.seek(partition, end));
    }

    @Override
    public void run() {
        try {
            while (!closing) {
                turn();
            }
        } finally {
            consumer.close(CloseOptions.timeout(patience));
        }
    }

    private void turn() {
        try {
            lookForNewPartitions();
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                offer(new Unread(Records.incoming(record), Records.origin(record)));
            }
            watch.polled();
            // Those that could not be read for now, once more; whose deadline has passed is let go by the join.
            for (int i = unread.size(); i > 0; i--) {
                offer(unread.remove());
            }
        } catch (WakeupException | InterruptException e) {
            closing = true;
        } catch (RuntimeException | Error e) {
            // Whatever it is, nobody else hears the replies.
            watch.pollFailed(e);
            LOG.warn("{} cannot read replies for now: {}", name, e.toString());
            LockSupport.parkNanos(PAUSE_AFTER_FAILURE);
        }
    }

    /** What stands in a partition that is new was sent since this was opened: none of it may be missed. */
    private void lookForNewPartitions() {
        if (System.nanoTime() - lastLook < LOOK_AGAIN) {
            return;
        }
        lastLook = System.nanoTime();
        // From what the consumer knows already; it asks again every metadata.max.age.ms.
        List<TopicPartition> added = consumer.partitionsFor(topic, patience).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .filter(partitions::add)
                .toList();
        if (!added.isEmpty()) {
            consumer.assign(partitions);
            consumer.seekToBeginning(added);
        }
    }

    private void offer(Unread reply) {
        if (!join.offer(reply.message(), reply.origin())) {
            unread.add(reply);
        }
    }

    void requestEnd() {
        closing = true;
        consumer.wakeup();
    }
}
