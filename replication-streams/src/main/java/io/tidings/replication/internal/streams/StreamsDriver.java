package io.tidings.replication.internal.streams;

import io.tidings.messaging.TransientMessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.jspecify.annotations.Nullable;

/** Runs replicas as one Kafka Streams application. Safe for use by several threads. */
public final class StreamsDriver implements AutoCloseable {

    private static final long TOPIC_CHECK_NANOS = Duration.ofMillis(200).toNanos();

    private final StreamsSettings settings;
    private final BrokerProbe broker;
    private final Map<Replica, ViewProgress> views = new LinkedHashMap<>();
    private final PollLog polls = new PollLog();
    private final Readiness readiness = new Readiness();
    private final StopSignal stop = new StopSignal();
    private final KafkaStreams streams;
    private @Nullable CatchUp catchUp;

    private StreamsDriver(StreamsSettings settings, List<Replica> replicas, BrokerProbe broker, Clock clock) {
        this.settings = settings;
        this.broker = broker;
        for (Replica replica : replicas) {
            views.put(replica, new ViewProgress(replica.topic(), polls, readiness::newEpoch));
        }
        this.streams = new KafkaStreams(topology(replicas, clock), settings.streams(polls));
    }

    /**
     * Starts; does not wait for any data.
     *
     * @throws io.tidings.messaging.UnreachableException if no broker answers in time
     * @throws MissingTopicsException if a topic does not exist, and does not come into being in time either: services that
     *     start together create their topics in any order
     */
    public static StreamsDriver start(StreamsSettings settings, List<Replica> replicas, Clock clock) {
        Set<String> topics = replicas.stream().map(Replica::topic).collect(Collectors.toCollection(TreeSet::new));
        BrokerProbe broker = BrokerProbe.connect(settings);
        try {
            Inputs inputs = awaitInputs(broker, topics, settings.connectTimeout());
            StreamsDriver driver = new StreamsDriver(settings, replicas, broker, clock);
            driver.run(inputs);
            return driver;
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    private Topology topology(List<Replica> replicas, Clock clock) {
        ReplicaTopology topology = new ReplicaTopology(
                this::progressOf,
                reader -> new PatientReader(reader, settings.patience(), stop),
                settings.graveRetention(),
                clock);
        return topology.of(replicas);
    }

    private void run(Inputs inputs) {
        streams.setUncaughtExceptionHandler(new ThreadFailures(readiness, stop));
        streams.setStateListener((now, before) -> {
            readiness.newEpoch();
            if (now == KafkaStreams.State.ERROR) {
                readiness.fail(new IllegalStateException("Kafka Streams has stopped; its log says why"));
            }
        });
        streams.start();
        catchUp = CatchUp.start(
                inputs, views.values(), broker, readiness, () -> streams.state() == KafkaStreams.State.RUNNING);
    }

    /** The group that the instances form; topics of the application are named after it. */
    public String applicationId() {
        return settings.applicationId();
    }

    /** Whether all that is here has caught up, and runs. */
    public boolean ready() {
        return readiness.ready();
    }

    /** Why it stopped for good; null while it has not. */
    public @Nullable Throwable failure() {
        return readiness.failure();
    }

    /** Waits until ready or failed; false if neither came in time. */
    public boolean await(Duration deadline) throws InterruptedException {
        return readiness.await(deadline);
    }

    public RowStore rows(Replica replica) {
        return new RowStore(
                replica.view(),
                progressOf(replica),
                readiness,
                () -> streams.store(
                        StoreQueryParameters.fromNameAndType(replica.store(), QueryableStoreTypes.keyValueStore())));
    }

    public long live(Replica replica) {
        return progressOf(replica).live();
    }

    public long parked(Replica replica) {
        return progressOf(replica).parked();
    }

    public long withoutKey(Replica replica) {
        return progressOf(replica).withoutKey();
    }

    /** By partition, the offset that is applied next. */
    public Map<Integer, Long> positions(Replica replica) {
        return progressOf(replica).positions();
    }

    /**
     * How many offsets the ends of this instance's partitions are ahead.
     *
     * @throws TransientMessagingException if the broker does not answer in time
     */
    public long lag(Replica replica) {
        Map<Integer, Long> positions = progressOf(replica).positions();
        List<TopicPartition> partitions = positions.keySet().stream()
                .map(partition -> new TopicPartition(replica.topic(), partition))
                .toList();
        return broker.ends(partitions).entrySet().stream()
                .mapToLong(end -> {
                    long position = positions.getOrDefault(end.getKey().partition(), 0L);
                    return Math.max(0, end.getValue() - position);
                })
                .sum();
    }

    /** Stops and leaves the group, so that others take over at once; a static member stays, to come back. */
    @Override
    public void close() {
        stop.stop();
        if (catchUp != null) {
            catchUp.close();
        }
        GroupMembershipOperation membership = settings.staticMember()
                ? GroupMembershipOperation.REMAIN_IN_GROUP
                : GroupMembershipOperation.LEAVE_GROUP;
        streams.close(CloseOptions.groupMembershipOperation(membership).withTimeout(settings.closeTimeout()));
        readiness.newEpoch();
        broker.close();
    }

    private ViewProgress progressOf(Replica replica) {
        ViewProgress progress = views.get(replica);
        if (progress == null) {
            throw new IllegalArgumentException("View '" + replica.view() + "' is not part of this application");
        }
        return progress;
    }

    private static Inputs awaitInputs(BrokerProbe broker, Set<String> topics, Duration patience) {
        long started = System.nanoTime();
        while (true) {
            boolean late = System.nanoTime() - started >= patience.toNanos()
                    || Thread.currentThread().isInterrupted();
            Set<String> missing = broker.missing(topics);
            if (missing.isEmpty()) {
                try {
                    return broker.inputs(topics);
                } catch (TransientMessagingException e) {
                    // One broker knows of a new topic before another does.
                    if (late || !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                        throw e;
                    }
                }
            } else if (late) {
                throw new MissingTopicsException(missing);
            }
            LockSupport.parkNanos(TOPIC_CHECK_NANOS);
        }
    }
}
