package io.tidings.replication;

import io.tidings.replication.internal.copy.CopyDriver;
import io.tidings.replication.internal.copy.CopySettings;
import io.tidings.replication.internal.copy.store.StoreFailure;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.ViewDriver;
import io.tidings.replication.internal.sql.SqlSettings;
import io.tidings.replication.internal.sql.SqlViewDriver;
import io.tidings.replication.internal.sql.layout.SqlSchema;
import io.tidings.replication.internal.streams.StreamsDriver;
import io.tidings.replication.internal.streams.StreamsSettings;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses the driver that a definition asks for. Immutable. */
final class Drivers {

    private final Map<String, String> configuration;
    private final @Nullable SqlStore sql;
    private final Clock clock;

    Drivers(Map<String, String> configuration, @Nullable SqlStore sql, Clock clock) {
        this.configuration = Map.copyOf(configuration);
        this.sql = sql;
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
        if (definition.store() == StoreKind.SQL) {
            var unused = SqlSettings.of(configuration);
            sqlStore(definition);
        } else if (definition.coverage() == Coverage.FULL_COPY) {
            var unused = CopySettings.of(configuration);
        } else {
            var unused = StreamsSettings.of(configuration, definition.storeName());
        }
    }

    ViewDriver start(ReplicaDefinition<?, ?> definition, Replica replica) {
        if (definition.store() == StoreKind.SQL) {
            SqlSettings settings = SqlSettings.of(configuration);
            SqlSchema schema = SqlStore.schema(definition, settings.group(replica.name()));
            return SqlViewDriver.start(settings, sqlStore(definition).storage(), replica, schema, clock);
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

    private SqlStore sqlStore(ReplicaDefinition<?, ?> definition) {
        if (sql == null) {
            throw new IllegalArgumentException("View '" + definition.view()
                    + "' is kept in a database: give it, as ReplicationOptions.none().sql(SqlStore.of(dataSource))");
        }
        return sql;
    }
}
