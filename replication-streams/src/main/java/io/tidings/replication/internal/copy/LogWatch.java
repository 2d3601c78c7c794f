package io.tidings.replication.internal.copy;

import io.tidings.messaging.MessagingException;
import io.tidings.replication.internal.copy.Cluster.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the logs now and then, in a thread of its own, since it waits for brokers: where they end, whether they have more
 * partitions, whether they are still the same. A consumer's own idea of its lag would stay at zero while the broker is away.
 */
final class LogWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final Collection<String> topics;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private volatile @Nullable Ends ends;
    private volatile @Nullable Map<String, Topic> described;
    private boolean missed;

    private LogWatch(Cluster cluster, Collection<String> topics, Clock clock, ThreadFactory threads) {
        this.cluster = cluster;
        this.topics = topics;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(threads);
    }

    static LogWatch start(Cluster cluster, Collection<String> topics, Clock clock, ThreadFactory threads) {
        LogWatch watch = new LogWatch(cluster, topics, clock, threads);
        // What is scheduled ends with the executor; a look that fails is repeated.
        var unused = watch.thread.scheduleWithFixedDelay(watch::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    /** Where the logs ended when that was last asked with success; null if it never was. */
    @Nullable Ends ends() {
        return ends;
    }

    /** The topics as they were last; null if nobody has told. */
    @Nullable Map<String, Topic> topics() {
        return described;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            Map<String, Topic> known = cluster.describe(topics);
            described = known;
            long asked = clock.millis();
            ends = new Ends(asked, cluster.ends(partitions(known)));
            missed = false;
        } catch (MessagingException | KafkaException e) {
            if (!missed) {
                LOG.warn("Cannot tell for now where {} end: {}", topics, e.getMessage());
            }
            missed = true;
        } catch (RuntimeException e) {
            LOG.error("Cannot tell where {} end", topics, e);
        }
    }

    static Set<TopicPartition> partitions(Map<String, Topic> topics) {
        Set<TopicPartition> partitions = new HashSet<>();
        topics.forEach((name, topic) -> {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                partitions.add(new TopicPartition(name, partition));
            }
        });
        return partitions;
    }
}
