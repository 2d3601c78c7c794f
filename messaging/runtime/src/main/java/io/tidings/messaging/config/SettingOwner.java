package io.tidings.messaging.config;

import java.util.List;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Whose setting a key is. */
enum SettingOwner {
    KAFKA,
    REGISTRY,
    TIDINGS,
    /** Other parts of Tidings read the same map, and report what is wrong with their part of it. */
    OTHER_PARTS,
    NOBODY;

    private static final List<String> REGISTRY_PREFIXES = List.of(
            "schema.registry.",
            "basic.auth.",
            "bearer.auth.",
            "max.retries",
            "retries.wait.",
            "retries.max.wait.",
            "proxy.",
            "tidings.schema.",
            "auto.register.",
            "normalize.schemas",
            "use.latest.",
            "use.schema.",
            "latest.compatibility.",
            "id.compatibility.",
            "specific.avro.",
            "avro.",
            "value.subject.",
            "value.schema.",
            "key.subject.",
            "key.schema.");

    private static final List<String> OTHER_PREFIXES = List.of(
            "tidings.registry.",
            "tidings.replica.",
            "tidings.replication.",
            "tidings.outbox.",
            "tidings.relay.",
            "streams.");

    private static final List<String> CLIENT_PREFIXES =
            List.of(ClientSettings.PRODUCER, ClientSettings.CONSUMER, ClientSettings.ADMIN);

    static SettingOwner of(String key) {
        if (ProducerConfig.configNames().contains(key)
                || ConsumerConfig.configNames().contains(key)
                || AdminClientConfig.configNames().contains(key)
                || startsWithOne(key, CLIENT_PREFIXES)) {
            return KAFKA;
        }
        if (startsWithOne(key, REGISTRY_PREFIXES)) {
            return REGISTRY;
        }
        if (startsWithOne(key, OTHER_PREFIXES)) {
            return OTHER_PARTS;
        }
        boolean ours = key.startsWith(ClientSettings.TIDINGS)
                || TidingsConfig.DEFINITION.names().contains(key);
        return ours ? TIDINGS : NOBODY;
    }

    private static boolean startsWithOne(String key, List<String> prefixes) {
        return prefixes.stream().anyMatch(key::startsWith);
    }
}
