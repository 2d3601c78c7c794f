package io.tidings.replication;

import io.tidings.replication.internal.copy.CopyDriver;
import io.tidings.replication.internal.copy.CopySettings;
import io.tidings.replication.internal.copy.store.StoreFailure;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.ViewDriver;
import io.tidings.replication.internal.streams.StreamsDriver;
import io.tidings.replication.internal.streams.StreamsSettings;
import java.time.Clock;
import java.util.Map;

/** Chooses the driver that a definition asks for. Immutable. */
final class Drivers {

    private final Map<String, String> configuration;
    private final Clock clock;

    Drivers(Map<String, String> configuration, Clock clock) {
        this.configuration = Map.copyOf(configuration);
        this.clock = clock;
    }

    /** What generations have outside of their processes; only where {@link #check} has passed. */
    StoredGenerations stored() {
        return new StoredGenerations(configuration, clock);
    }

    Clock clock() {
        return clock;
    }

    /** Whether the configuration suits what a definition asks for; throws like {@link #start} before anything is started. */
    void check(ReplicaDefinition<?, ?> definition) {
        var unused = definition.coverage() == Coverage.FULL_COPY
                ? CopySettings.of(configuration)
                : StreamsSettings.of(configuration, definition.storeName());
    }

    ViewDriver start(ReplicaDefinition<?, ?> definition, Replica replica) {
        if (definition.store() == StoreKind.SQL) {
            throw new ReplicationException(
                    "View '" + definition.view() + "' asks for a store that is not there yet", false, null);
        }
        if (definition.coverage() == Coverage.FULL_COPY) {
            return copy(replica);
        }
        return StreamsDriver.start(StreamsSettings.of(configuration, replica.name()), replica, clock);
    }

    private ViewDriver copy(Replica replica) {
        try {
            return CopyDriver.start(CopySettings.of(configuration), replica, clock);
        } catch (StoreFailure e) {
            throw new ReplicationException(String.valueOf(e.getMessage()), e.kind() == StoreFailure.Kind.IN_USE, e);
        }
    }
}
