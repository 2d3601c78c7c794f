package io.tidings.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link KafkaBroker} is to run.
 *
 * @param port where clients connect; 0 for a free one
 * @param dataDirectory what it keeps when it is closed, and continues from; null for a temporary one
 * @param settings broker configuration that replaces or adds to our own
 */
public record KafkaBrokerOptions(int port, @Nullable Path dataDirectory, Map<String, String> settings) {
    public KafkaBrokerOptions {
        settings = Map.copyOf(settings);
    }

    public static KafkaBrokerOptions defaults() {
        return new KafkaBrokerOptions(0, null, Map.of());
    }

    public KafkaBrokerOptions withPort(int port) {
        return new KafkaBrokerOptions(port, dataDirectory, settings);
    }

    public KafkaBrokerOptions withDataDirectory(Path directory) {
        return new KafkaBrokerOptions(port, directory, settings);
    }

    public KafkaBrokerOptions withSetting(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new KafkaBrokerOptions(port, dataDirectory, more);
    }
}
