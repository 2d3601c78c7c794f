package io.tidings.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A call of the Confluent Schema Registry API.
 *
 * @param path below the base URL, encoded
 * @param body JSON; null makes a GET, everything else a POST
 */
record RegistryRequest(String path, @Nullable String body) {

    static RegistryRequest get(String... segments) {
        return new RegistryRequest(path(segments), null);
    }

    static RegistryRequest post(String body, String... segments) {
        return new RegistryRequest(path(segments), body);
    }

    /** Subjects hold whatever topics and names hold, slashes and blanks too: each segment is encoded by itself. */
    private static String path(String... segments) {
        StringBuilder path = new StringBuilder();
        for (String segment : segments) {
            path.append('/')
                    .append(URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return path.toString();
    }
}
