package io.tidings.messaging.serde;

import io.tidings.registry.SchemaRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the keys that users of Confluent's serializers know, from a configuration as Kafka passes it. */
final class SerdeSettings {

    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String USE_LATEST_VERSION = "use.latest.version";
    static final String SPECIFIC_READER = "specific.avro.reader";
    static final String SPECIFIC_VALUE_TYPE = "specific.avro.value.type";
    static final String SPECIFIC_KEY_TYPE = "specific.avro.key.type";
    static final String REMOVE_JAVA_PROPERTIES = "avro.remove.java.properties";
    static final String LOGICAL_TYPES = "avro.use.logical.type.converters";

    static final String NORMALIZE = "normalize.schemas";
    static final String LATEST_STRICT = "latest.compatibility.strict";
    static final String ID_STRICT = "id.compatibility.strict";
    static final String STRICT_UTF8 = "tidings.strict.utf8";

    /** Confluent's serializers would write something else, or elsewhere, because of these. */
    private static final List<String> UNHEEDED = List.of("use.latest.with.metadata", "context.name.strategy");

    private static final Logger LOG = LoggerFactory.getLogger(SerdeSettings.class);

    private SerdeSettings() {}

    static void warnOfUnheeded(Map<String, ?> configuration) {
        UNHEEDED.stream()
                .filter(configuration::containsKey)
                .forEach(key -> LOG.warn("The setting '{}' changes nothing: these serializers do not know it", key));
    }

    static boolean flag(Map<String, ?> configuration, String key, boolean otherwise) {
        Object value = configuration.get(key);
        if (value == null) {
            return otherwise;
        }
        return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ConfigException(key, value, "true or false is expected");
        };
    }

    static @Nullable Integer number(Map<String, ?> configuration, String key) {
        Object value = configuration.get(key);
        try {
            return value == null ? null : Integer.valueOf(value.toString().strip());
        } catch (NumberFormatException e) {
            throw new ConfigException(key, value, "a whole number is expected");
        }
    }

    static @Nullable Class<?> type(Map<String, ?> configuration, String key) {
        Object value = configuration.get(key);
        if (value == null || value instanceof Class<?>) {
            return (Class<?>) value;
        }
        try {
            return Class.forName(value.toString(), false, loader());
        } catch (ClassNotFoundException e) {
            throw new ConfigException(key, value, "there is no such class");
        }
    }

    /** The application's loader: this library may stand in a parent of it. */
    static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? SerdeSettings.class.getClassLoader() : context;
    }

    static SchemaRegistry connect(Map<String, ?> configuration) {
        try {
            return SchemaRegistry.connect(configuration);
        } catch (IllegalArgumentException e) {
            ConfigException refused = new ConfigException(e.getMessage());
            refused.initCause(e);
            throw refused;
        }
    }
}
