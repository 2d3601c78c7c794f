package io.tidings.outbox.debezium;

import io.tidings.messaging.jdbc.relay.RelayOptions;
import java.util.Properties;

/** What Debezium is told. */
final class EngineSettings {
    private EngineSettings() {}

    static Properties of(OutboxSlot slot, ReplicationAddress log, RelayOptions options) {
        Properties settings = new Properties();
        settings.putAll(log.settings());
        settings.setProperty("name", slot.name());
        settings.setProperty("topic.prefix", slot.name());
        settings.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        settings.setProperty("database.hostname", log.host());
        settings.setProperty("database.port", Integer.toString(log.port()));
        settings.setProperty("database.dbname", log.database());
        settings.setProperty("database.user", log.user());
        settings.setProperty("database.password", log.password());
        settings.setProperty("plugin.name", "pgoutput");
        settings.setProperty("slot.name", slot.name());
        settings.setProperty("publication.name", Publication.NAME);
        settings.setProperty("publication.autocreate.mode", "disabled");
        settings.setProperty("schema.include.list", slot.schema());
        settings.setProperty("table.include.list", slot.schema() + ".tidings_outbox");
        settings.setProperty("snapshot.mode", "no_data");
        settings.setProperty("offset.storage", SlotPosition.class.getName());
        settings.setProperty(SlotPosition.POSITION, Long.toString(slot.position()));
        settings.setProperty("offset.flush.interval.ms", "0");
        // Other tables' changes move the log on, too: without this an idle outbox would keep all of it.
        settings.setProperty("lsn.flush.mode", "connector_and_driver");
        settings.setProperty("heartbeat.interval.ms", "5000");
        settings.setProperty("max.batch.size", Integer.toString(options.batchSize()));
        settings.setProperty("max.queue.size", Integer.toString(4 * options.batchSize()));
        settings.setProperty("poll.interval.ms", "10");
        // The relay itself begins anew after trouble: whoever retries in here would not know that the lease is lost.
        settings.setProperty("errors.max.retries", "0");
        settings.setProperty("slot.max.retries", "0");
        return settings;
    }
}
