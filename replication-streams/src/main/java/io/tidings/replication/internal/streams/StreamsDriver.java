package io.tidings.replication.internal.streams;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.internal.driver.EventReader;
import io.tidings.replication.internal.driver.MissingTopicsException;
import io.tidings.replication.internal.driver.PatientReader;
import io.tidings.replication.internal.driver.Placements;
import io.tidings.replication.internal.driver.Progress;
import io.tidings.replication.internal.driver.Readiness;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.RowEdit;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.StopSignal;
import io.tidings.replication.internal.driver.ViewDriver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps a view by Kafka Streams: instances of the service share its partitions. Safe for use by several threads. */
public final class StreamsDriver implements ViewDriver {

    private static final long TOPIC_CHECK_NANOS = Duration.ofMillis(200).toNanos();

    private final Replica replica;
    private final StreamsSettings settings;
    private final BrokerProbe broker;
    private final ViewProgress progress;
    private final Readiness readiness = new Readiness();
    private final StopSignal stop = new StopSignal();
    private final OpenEdits edits;
    private final KafkaStreams streams;
    private final Rows rows;
    private final Placements placements;
    private @Nullable CatchUp catchUp;

    private StreamsDriver(StreamsSettings settings, Replica replica, Inputs inputs, BrokerProbe broker, Clock clock) {
        this.settings = settings;
        this.replica = replica;
        this.broker = broker;
        this.edits = new OpenEdits(inputs.partitions());
        PollLog polls = new PollLog();
        this.progress = new ViewProgress(replica.topics(), polls, readiness::newEpoch);
        UnaryOperator<EventReader> patience = reader -> new PatientReader(reader, settings.patience(), stop);
        ReplicaTopology topology = new ReplicaTopology(patience, edits, settings.graveRetention(), clock);
        this.streams = new KafkaStreams(topology.of(replica, progress), settings.streams(polls));
        this.rows = new StreamsRows(replica, progress, readiness, partition -> streams.store(store(partition)));
        this.placements = new StreamsPlacements(
                replica,
                progress,
                inputs.partitionNumbers(),
                settings.applicationServer(),
                streams::metadataForAllStreamsClients,
                partition -> streams.store(store(partition).enableStaleStores()));
    }

    private StoreQueryParameters<ReadOnlyKeyValueStore<Bytes, byte[]>> store(int partition) {
        return StoreQueryParameters.fromNameAndType(replica.name(), QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                .withPartition(partition);
    }

    /**
     * Starts; does not wait for any data.
     *
     * @throws io.tidings.messaging.UnreachableException if no broker answers in time
     * @throws MissingTopicsException if a topic does not exist, and does not come into being in time either: services that
     *     start together create their topics in any order
     */
    public static StreamsDriver start(StreamsSettings settings, Replica replica, Clock clock) {
        BrokerProbe broker = BrokerProbe.connect(settings);
        try {
            Inputs inputs = awaitInputs(broker, replica.topics(), settings.connectTimeout());
            inputs.requireTheSameNumberOfPartitions();
            StreamsDriver driver = new StreamsDriver(settings, replica, inputs, broker, clock);
            driver.run(inputs, clock);
            return driver;
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    private void run(Inputs inputs, Clock clock) {
        streams.setUncaughtExceptionHandler(new ThreadFailures(readiness, stop));
        streams.setStateListener((now, before) -> {
            readiness.newEpoch();
            if (now == KafkaStreams.State.ERROR) {
                readiness.fail(new IllegalStateException("Kafka Streams has stopped; its log says why"));
            }
        });
        streams.start();
        catchUp = CatchUp.start(
                inputs, progress, broker, readiness, () -> streams.state() == KafkaStreams.State.RUNNING, clock);
    }

    @Override
    public Replica replica() {
        return replica;
    }

    @Override
    public Rows rows() {
        return rows;
    }

    @Override
    public Placements placements() {
        return placements;
    }

    @Override
    public Progress progress() {
        return new StreamsProgress(progress, broker, this::caughtUpAt);
    }

    @Override
    public Readiness readiness() {
        return readiness;
    }

    @Override
    public CompletionStage<Boolean> edit(byte[] key, RowEdit edit) {
        return edits.submit(key, edit);
    }

    /** The group that the instances form; topics of the application are named after it. */
    public String applicationId() {
        return settings.applicationId();
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

    @Override
    public void destroy() {
        streams.cleanUp();
    }

    private @Nullable Instant caughtUpAt() {
        return catchUp == null ? null : catchUp.caughtUpAt();
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
