package io.tidings.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A call of the Confluent Schema Registry API. Each may be repeated: what is registered twice is registered once.
 *
 * @param path below the base URL, encoded, with its query
 * @param body JSON; null makes a GET, everything else a POST
 * @param subject what it is about, if that is one subject
 */
record RegistryRequest(
        String path, @Nullable String body, @Nullable String subject) {

    static RegistryRequest get(String... segments) {
        return new RegistryRequest(path(segments), null, null);
    }

    static RegistryRequest post(String body, String... segments) {
        return new RegistryRequest(path(segments), body, null);
    }

    RegistryRequest about(String name) {
        return new RegistryRequest(path, body, name);
    }

    RegistryRequest with(String parameter, String value) {
        char separator = path.indexOf('?') < 0 ? '?' : '&';
        return new RegistryRequest(path + separator + parameter + "=" + encode(value), body, subject);
    }

    /** Subjects hold whatever topics and names hold, slashes and blanks too: each segment is encoded by itself. */
    private static String path(String... segments) {
        StringBuilder path = new StringBuilder();
        for (String segment : segments) {
            path.append('/').append(encode(segment));
        }
        return path.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
