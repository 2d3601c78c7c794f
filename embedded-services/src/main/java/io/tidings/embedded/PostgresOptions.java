package io.tidings.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link PostgresServer} is to run.
 *
 * @param port on 127.0.0.1; 0 for a free one
 * @param dataDirectory what it keeps when it is closed, and continues from; null for a temporary one
 * @param settings server configuration that replaces or adds to our own
 */
public record PostgresOptions(int port, @Nullable Path dataDirectory, Map<String, String> settings) {
    public PostgresOptions {
        settings = Map.copyOf(settings);
    }

    public static PostgresOptions defaults() {
        return new PostgresOptions(0, null, Map.of());
    }

    public PostgresOptions withPort(int port) {
        return new PostgresOptions(port, dataDirectory, settings);
    }

    public PostgresOptions withDataDirectory(Path directory) {
        return new PostgresOptions(port, directory, settings);
    }

    public PostgresOptions withSetting(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new PostgresOptions(port, dataDirectory, more);
    }
}
