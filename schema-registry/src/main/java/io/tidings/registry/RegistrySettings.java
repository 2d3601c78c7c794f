package io.tidings.registry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the registry. The keys are those that users of Confluent's serializers know; keys of our own begin with
 * {@code tidings.}. Each key may also bear the prefix {@code schema.registry.}, as Kafka Connect and Streams pass it on.
 *
 * @param urls tried in order, the one that answered last first
 * @param requestTimeout how long one call may take, waiting for its turn and failing over included
 * @param maxOutstanding how many calls may be under way at once; more wait for their turn within their deadline
 * @param authorization the value of the {@code Authorization} header
 * @param cacheDirectory where answers are kept for a start without the registry
 */
public record RegistrySettings(
        List<URI> urls,
        Duration requestTimeout,
        int maxOutstanding,
        Duration circuitOpenFor,
        @Nullable String authorization,
        @Nullable Path cacheDirectory) {

    /** One base URL, or several of one registry separated by commas; or {@code mock://scope}. Required. */
    public static final String URL = "schema.registry.url";

    /** Milliseconds that a call may take. Default 5000. */
    public static final String REQUEST_TIMEOUT_MS = "schema.registry.request.timeout.ms";

    /** How many calls may be under way at once. Default 16. */
    public static final String MAX_OUTSTANDING = "schema.registry.max.outstanding.requests";

    /** Milliseconds without calls after the registry kept failing. Default 5000. */
    public static final String CIRCUIT_OPEN_MS = "schema.registry.circuit.open.ms";

    /** {@code USER_INFO}: from {@link #BASIC_AUTH_USER_INFO}; {@code URL} (the default): from the URL, if it has any. */
    public static final String BASIC_AUTH_CREDENTIALS_SOURCE = "basic.auth.credentials.source";

    /** {@code user:password}. */
    public static final String BASIC_AUTH_USER_INFO = "basic.auth.user.info";

    /** A token that is sent as it is; wins over a user and password. */
    public static final String BEARER_AUTH_TOKEN = "bearer.auth.token";

    /**
     * A directory where answers that never change are kept, per registry, so that a service that has run once starts and
     * works while the registry is down. Several processes may share it. Default: none.
     */
    public static final String CACHE_DIRECTORY = "tidings.schema.cache.dir";

    public RegistrySettings {
        urls = List.copyOf(urls);
    }

    /**
     * Reads the settings of a registry that is reached over HTTP.
     *
     * @throws IllegalArgumentException if one is missing or wrong; the message names its key
     */
    public static RegistrySettings from(Map<String, ?> configuration) {
        return new SettingsReader(configuration).read();
    }

    /** The base URLs, for messages. They bear no credentials. */
    String where() {
        return String.join(", ", urls.stream().map(URI::toString).toList());
    }
}
