package io.tidings.messaging.config;

import io.tidings.messaging.serde.PluggedCodec.Plug;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/**
 * The classes that a configuration names, by Kafka's usual keys, to write and read values in our place.
 *
 * @param serializer null for ours
 * @param deserializer null for ours
 */
record ValueClasses(@Nullable Plug serializer, @Nullable Plug deserializer) {

    private static final String SPECIFIC_READER = "specific.avro.reader";

    static ValueClasses of(Map<String, String> all) {
        return new ValueClasses(
                plug(
                        all,
                        ClientSettings.PRODUCER,
                        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                        KafkaDefaults.BYTES_SERIALIZER),
                plug(
                        all,
                        ClientSettings.CONSUMER,
                        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                        KafkaDefaults.BYTES_DESERIALIZER));
    }

    /** Bytes are what Kafka's clients see of our messages in any case: who names that class wants ours. */
    private static @Nullable Plug plug(Map<String, String> all, String prefix, String key, String bytes) {
        String named = all.getOrDefault(prefix + key, all.getOrDefault(key, "")).strip();
        return named.isEmpty() || named.equals(bytes) ? null : new Plug(named, configuration(all, prefix));
    }

    /** Everything, as a client of Kafka's would hand it on; and our clients are typed by generated classes. */
    private static Map<String, String> configuration(Map<String, String> all, String prefix) {
        Map<String, String> configuration = new HashMap<>(all);
        configuration.putIfAbsent(SPECIFIC_READER, "true");
        all.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                configuration.put(key.substring(prefix.length()), value);
            }
        });
        return configuration;
    }

    /** Whether anything is left for which we ask the registry. */
    boolean needRegistry() {
        return serializer == null || deserializer == null;
    }

    boolean none() {
        return serializer == null && deserializer == null;
    }
}
