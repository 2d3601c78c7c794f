package io.tidings.replication;

import static java.util.Objects.requireNonNull;

import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.serde.AvroMessageCodec;
import io.tidings.messaging.serde.CodecSettings;
import io.tidings.registry.SchemaRegistry;
import io.tidings.replication.internal.driver.MissingTopicsException;
import io.tidings.replication.internal.generations.Housekeeping;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Follows other services' channels into local stores, each view by a driver of its own. Safe for use by several threads.
 *
 * <p>Configuration is the same map that a transport takes, and: {@code application.id} (required; all instances of the
 * service share it), {@code state.dir}, Kafka Streams' own settings (with {@code streams.} before a key for Streams alone)
 * and {@code tidings.replica.grave.retention.ms}: how long a deleted key's version is remembered (7 days).
 *
 * <p>The group, changelog topics and state directory of a view are named after {@code <application.id>-<view>-<fingerprint>},
 * where the fingerprint is that of its definition. When a definition is changed, the view reads its channels from the start into
 * a new store. Until that has caught up, the old one answers, if the new definition does all that the old one did, and more; else
 * the view is not ready. Then what belonged to the old one is removed. Channels are therefore compacted, or kept for ever.
 */
public final class Replication implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Clock CLOCK = Clock.systemUTC();

    private final AutoCloseable codecResources;
    private final Map<String, HostedView<?, ?>> views = new LinkedHashMap<>();
    private @Nullable Housekeeping housekeeping;

    private Replication(List<ReplicaDefinition<?, ?>> definitions, AutoCloseable codecResources) {
        this.codecResources = codecResources;
        definitions.forEach(definition -> views.put(definition.view(), new HostedView<>(definition, CLOCK)));
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
        return start(configuration, definitions, ReplicationOptions.none());
    }

    /** Starts to replicate what a codec of the caller's reads; otherwise as {@link #start(Map, List)}. */
    public static Replication start(
            Map<String, String> configuration, List<ReplicaDefinition<?, ?>> definitions, MessageCodec codec) {
        return start(configuration, definitions, ReplicationOptions.none().codec(codec));
    }

    /**
     * Starts to replicate with what a configuration cannot say; otherwise as {@link #start(Map, List)}.
     *
     * @throws io.tidings.messaging.TransientMessagingException if the database of a {@link SqlStore} does not answer
     * @throws io.tidings.messaging.jdbc.layout.LayoutMismatchException if its tables are not as they should be
     */
    public static Replication start(
            Map<String, String> configuration, List<ReplicaDefinition<?, ?>> definitions, ReplicationOptions options) {
        Drivers drivers = checked(configuration, definitions, options);
        MessageCodec codec = options.codec();
        if (codec != null) {
            return start(drivers, definitions, codec, () -> {});
        }
        SchemaRegistry registry = SchemaRegistry.connect(configuration);
        try {
            return start(
                    drivers, definitions, new AvroMessageCodec(registry, CodecSettings.from(configuration)), registry);
        } catch (ConfigException e) {
            registry.close();
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    private static Replication start(
            Drivers drivers,
            List<ReplicaDefinition<?, ?>> definitions,
            MessageCodec codec,
            AutoCloseable codecResources) {
        Replication replication = new Replication(definitions, codecResources);
        try {
            replication.startViews(drivers, codec);
            return replication;
        } catch (MissingTopicsException e) {
            replication.closeViews();
            throw missing(e, definitions);
        } catch (KafkaException e) {
            replication.closeViews();
            throw new ReplicationException("Kafka refuses to replicate: " + e.getMessage(), false, e);
        } catch (RuntimeException e) {
            replication.closeViews();
            throw e;
        }
    }

    /**
     * Waits until the replicas have come to where their channels ended when this was started.
     *
     * @return false if that took longer
     * @throws ReplicationException if replication has stopped for good
     */
    public boolean awaitReady(Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        for (HostedView<?, ?> view : views.values()) {
            while (!view.driver().readiness().ready()) {
                throwFailure();
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                // Another generation may take over meanwhile, which has another readiness.
                Duration look = Duration.ofNanos(Math.min(left, LOOK.toNanos()));
                boolean unused = view.driver().readiness().await(look);
            }
            throwFailure();
        }
        return true;
    }

    /** Whether views may be asked: all partitions that this instance holds are restored, run, and have caught up. */
    public boolean ready() {
        return views.values().stream()
                .allMatch(view -> view.driver().readiness().ready());
    }

    /** Why replication of a view has stopped for good, if it has; it must be started anew then. */
    public Optional<Throwable> failure() {
        return views.values().stream()
                .map(view -> view.driver().readiness().failure())
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * The view of a definition that this was started with.
     *
     * @throws IllegalArgumentException if it was not
     */
    public <K, V> ReplicaView<K, V> view(ReplicaDefinition<K, V> definition) {
        HostedView<?, ?> hosted = views.get(definition.view());
        if (hosted == null || !hosted.view().shows(definition)) {
            throw new IllegalArgumentException("View '" + definition.view() + "' is not replicated here");
        }
        @SuppressWarnings("unchecked") // definitions of one fingerprint have the same key and row types
        StoredView<K, V> same = (StoredView<K, V>) hosted.view();
        return same;
    }

    /**
     * What is done to a view while it is used: to rebuild, erase, audit.
     *
     * @throws IllegalArgumentException if this was not started with the definition
     */
    public <K, V> ViewMaintenance<K, V> maintenance(ReplicaDefinition<K, V> definition) {
        ReplicaView<K, V> known = view(definition);
        @SuppressWarnings("unchecked") // the definition's own
        HostedView<K, V> hosted = (HostedView<K, V>) requireNonNull(views.get(definition.view()), known.toString());
        return hosted.maintenance();
    }

    /** All views, in the order of their definitions. */
    public Collection<ReplicaView<?, ?>> views() {
        return views.values().stream().<ReplicaView<?, ?>>map(HostedView::view).toList();
    }

    /** Stops and leaves the groups. Views throw from now on. */
    @Override
    public void close() {
        closeViews();
        try {
            codecResources.close();
        } catch (MessagingException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The codec could not be closed", e);
        }
    }

    private void startViews(Drivers drivers, MessageCodec codec) {
        views.values().forEach(view -> view.start(drivers, drivers.stored(), codec, drivers.clock()));
        housekeeping = Housekeeping.of(
                views.values().stream().map(HostedView::generations).toList());
    }

    private void closeViews() {
        if (housekeeping != null) {
            housekeeping.close();
        }
        views.values().forEach(HostedView::close);
    }

    private void throwFailure() {
        failure().ifPresent(failure -> {
            throw new ReplicationException("Replication has stopped: " + failure.getMessage(), false, failure);
        });
    }

    private static Drivers checked(
            Map<String, String> configuration, List<ReplicaDefinition<?, ?>> definitions, ReplicationOptions options) {
        if (definitions.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to replicate: no definition was given");
        }
        List<String> views = definitions.stream().map(ReplicaDefinition::view).toList();
        List<String> twice = views.stream()
                .filter(view -> views.indexOf(view) != views.lastIndexOf(view))
                .distinct()
                .toList();
        if (!twice.isEmpty()) {
            throw new IllegalArgumentException("Views need names of their own; these are given twice: " + twice);
        }
        Drivers drivers = new Drivers(configuration, options.sql(), CLOCK);
        definitions.forEach(drivers::check);
        return drivers;
    }

    private static ReplicationException missing(
            MissingTopicsException missing, List<ReplicaDefinition<?, ?>> definitions) {
        String topics = definitions.stream()
                .flatMap(definition -> definition.addresses().stream()
                        .filter(missing.topics()::contains)
                        .map(address -> "'" + address + "' (view '" + definition.view() + "')"))
                .collect(Collectors.joining(", "));
        return new ReplicationException(
                "These topics do not exist: " + topics
                        + ". The service that publishes there creates them: has it ever run?",
                true,
                missing);
    }
}
