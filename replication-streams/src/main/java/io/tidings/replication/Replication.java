package io.tidings.replication;

import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.serde.AvroMessageCodec;
import io.tidings.messaging.serde.CodecSettings;
import io.tidings.registry.SchemaRegistry;
import io.tidings.replication.internal.streams.MissingTopicsException;
import io.tidings.replication.internal.streams.Replica;
import io.tidings.replication.internal.streams.StreamsDriver;
import io.tidings.replication.internal.streams.StreamsSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;

/**
 * Follows other services' channels into local stores: one Kafka Streams application for all of an application's replicas.
 * Safe for use by several threads.
 *
 * <p>Configuration is the same map that a transport takes, and: {@code application.id} (required; all instances of the
 * service share it), {@code state.dir}, Kafka Streams' own settings (with {@code streams.} before a key for Streams alone)
 * and {@code tidings.replica.grave.retention.ms}: how long a deleted key's version is remembered (7 days).
 *
 * <p>The group, changelog topics and state directory are named after {@code <application.id>-<fingerprint>}, where the
 * fingerprint is that of all definitions. When a definition is added or changed, the application reads its channels from the
 * start into new stores; what belonged to the old id stays until somebody deletes it. Channels are therefore compacted, or
 * kept for ever.
 */
public final class Replication implements AutoCloseable {

    private final StreamsDriver driver;
    private final AutoCloseable codecResources;
    private final Map<String, StoredView<?, ?>> views = new LinkedHashMap<>();

    private record Hosted<K, V>(ReplicaDefinition<K, V> definition, RowSerializer<V> serializer, Replica replica) {
        static <K, V> Hosted<K, V> of(ReplicaDefinition<K, V> definition, MessageCodec codec) {
            RowSerializer<V> serializer = new RowSerializer<>(
                    definition.type().schema(), definition.type().payloadType());
            Replica replica = new Replica(
                    definition.view(),
                    definition.channel().address(),
                    definition.storeName(),
                    definition.store() == StoreKind.ROCKSDB,
                    new DefinitionReader<>(definition, serializer, codec));
            return new Hosted<>(definition, serializer, replica);
        }

        StoredView<K, V> view(StreamsDriver driver) {
            return new StoredView<>(definition, serializer, replica, driver);
        }
    }

    private Replication(List<Hosted<?, ?>> hosted, StreamsDriver driver, AutoCloseable codecResources) {
        this.driver = driver;
        this.codecResources = codecResources;
        hosted.forEach(view -> views.put(view.definition().view(), view.view(driver)));
    }

    /**
     * Starts to replicate; does not wait for data (see {@link #awaitReady}).
     *
     * @throws io.tidings.messaging.UnreachableException if no broker answers within {@code tidings.connect.timeout.ms}
     * @throws ReplicationException if a channel's topic does not exist, nor within that time comes into being; or if the
     *     broker refuses
     * @throws IllegalArgumentException if settings are wrong (all of them are listed), there is no definition, or two have
     *     the same view name
     */
    public static Replication start(Map<String, String> configuration, List<ReplicaDefinition<?, ?>> definitions) {
        StreamsSettings settings = StreamsSettings.of(configuration, fingerprint(definitions));
        SchemaRegistry registry = SchemaRegistry.connect(configuration);
        try {
            MessageCodec codec = new AvroMessageCodec(registry, CodecSettings.from(configuration));
            return start(settings, definitions, codec, registry);
        } catch (ConfigException e) {
            registry.close();
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    /** Starts to replicate what a codec of the caller's reads; otherwise as {@link #start(Map, List)}. */
    public static Replication start(
            Map<String, String> configuration, List<ReplicaDefinition<?, ?>> definitions, MessageCodec codec) {
        return start(StreamsSettings.of(configuration, fingerprint(definitions)), definitions, codec, () -> {});
    }

    private static Replication start(
            StreamsSettings settings,
            List<ReplicaDefinition<?, ?>> definitions,
            MessageCodec codec,
            AutoCloseable codecResources) {
        List<Hosted<?, ?>> hosted = new ArrayList<>();
        definitions.forEach(definition -> hosted.add(Hosted.of(definition, codec)));
        List<Replica> replicas = hosted.stream().map(Hosted::replica).toList();
        try {
            StreamsDriver driver = StreamsDriver.start(settings, replicas, Clock.systemUTC());
            return new Replication(hosted, driver, codecResources);
        } catch (MissingTopicsException e) {
            throw missing(e, replicas);
        } catch (KafkaException e) {
            throw new ReplicationException("Kafka refuses to replicate: " + e.getMessage(), false, e);
        }
    }

    /**
     * Waits until the replicas have come to where their channels ended when this was started.
     *
     * @return false if that took longer
     * @throws ReplicationException if replication has stopped for good
     */
    public boolean awaitReady(Duration deadline) throws InterruptedException {
        boolean settled = driver.await(deadline);
        Throwable failure = driver.failure();
        if (failure != null) {
            throw new ReplicationException("Replication has stopped: " + failure.getMessage(), false, failure);
        }
        return settled;
    }

    /** Whether views may be asked: all partitions that this instance holds are restored, run, and have caught up. */
    public boolean ready() {
        return driver.ready();
    }

    /** Why replication has stopped for good, if it has; it must be started anew then. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(driver.failure());
    }

    /** {@code <application.id>-<fingerprint>}: the consumer group, and the prefix of the changelog topics. */
    public String applicationId() {
        return driver.applicationId();
    }

    /**
     * The view of a definition that this was started with.
     *
     * @throws IllegalArgumentException if it was not
     */
    public <K, V> ReplicaView<K, V> view(ReplicaDefinition<K, V> definition) {
        StoredView<?, ?> view = views.get(definition.view());
        if (view == null || !view.shows(definition)) {
            throw new IllegalArgumentException("View '" + definition.view() + "' is not replicated here");
        }
        @SuppressWarnings("unchecked") // equal definitions have the same key and row types
        StoredView<K, V> same = (StoredView<K, V>) view;
        return same;
    }

    /** Stops and leaves the group. Views throw from now on. */
    @Override
    public void close() {
        driver.close();
        try {
            codecResources.close();
        } catch (MessagingException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The codec could not be closed", e);
        }
    }

    private static String fingerprint(List<ReplicaDefinition<?, ?>> definitions) {
        if (definitions.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to replicate: no definition was given");
        }
        List<String> names =
                definitions.stream().map(ReplicaDefinition::storeName).sorted().toList();
        List<String> views = definitions.stream().map(ReplicaDefinition::view).toList();
        List<String> twice = views.stream()
                .filter(view -> views.indexOf(view) != views.lastIndexOf(view))
                .distinct()
                .toList();
        if (!twice.isEmpty()) {
            throw new IllegalArgumentException("Views need names of their own; these are given twice: " + twice);
        }
        return Fingerprint.of(String.join(",", names));
    }

    private static ReplicationException missing(MissingTopicsException missing, List<Replica> replicas) {
        String topics = replicas.stream()
                .filter(replica -> missing.topics().contains(replica.topic()))
                .map(replica -> "'" + replica.topic() + "' (view '" + replica.view() + "')")
                .collect(Collectors.joining(", "));
        return new ReplicationException(
                "These topics do not exist: " + topics
                        + ". The service that publishes there creates them: has it ever run?",
                true,
                missing);
    }
}
