package io.tidings.registry;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@link RegistrySettings} from a configuration as Kafka passes it: values are text, numbers or lists. */
final class SettingsReader {

    private static final String PREFIX = "schema.registry.";

    private final Map<String, ?> configuration;

    SettingsReader(Map<String, ?> configuration) {
        this.configuration = configuration;
    }

    RegistrySettings read() {
        List<URI> written = urls();
        String cache = text(RegistrySettings.CACHE_DIRECTORY);
        return new RegistrySettings(
                written.stream().map(SettingsReader::bare).toList(),
                Duration.ofMillis(number(RegistrySettings.REQUEST_TIMEOUT_MS, 5000)),
                (int) Math.min(number(RegistrySettings.MAX_OUTSTANDING, 16), 10_000),
                Duration.ofMillis(number(RegistrySettings.CIRCUIT_OPEN_MS, 5000)),
                authorization(written.get(0)),
                cache == null ? null : Path.of(cache));
    }

    /** Where the registry is, as it was written: URLs, or the address of a registry in memory. */
    List<String> addresses() {
        String text = text(RegistrySettings.URL);
        List<String> addresses = new ArrayList<>();
        for (String address : (text == null ? "" : text).split(",", -1)) {
            if (!address.isBlank()) {
                addresses.add(address.strip());
            }
        }
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("The setting '" + RegistrySettings.URL
                    + "' is missing: the URL of the schema" + " registry, or mock://scope for one in memory");
        }
        return addresses;
    }

    private List<URI> urls() {
        return addresses().stream().map(SettingsReader::url).toList();
    }

    private static URI url(String address) {
        try {
            URI uri = URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Falls through: one message says it all.
        }
        throw new IllegalArgumentException("The setting '" + RegistrySettings.URL
                + "' must hold http or https URLs, or mock://scope, not '" + address + "'");
    }

    private @Nullable String authorization(URI first) {
        String token = text(RegistrySettings.BEARER_AUTH_TOKEN);
        if (token != null) {
            return "Bearer " + token;
        }
        String source = text(RegistrySettings.BASIC_AUTH_CREDENTIALS_SOURCE);
        if (source == null || source.equals("URL")) {
            String userInfo = first.getRawUserInfo();
            return userInfo == null ? null : basic(URLDecoder.decode(userInfo, StandardCharsets.UTF_8));
        }
        if (!source.equals("USER_INFO")) {
            throw new IllegalArgumentException("The setting '" + RegistrySettings.BASIC_AUTH_CREDENTIALS_SOURCE
                    + "' must be USER_INFO or URL, not '" + source + "'");
        }
        String userInfo = text(RegistrySettings.BASIC_AUTH_USER_INFO);
        if (userInfo == null) {
            throw new IllegalArgumentException("The setting '" + RegistrySettings.BASIC_AUTH_USER_INFO
                    + "' is missing; '" + RegistrySettings.BASIC_AUTH_CREDENTIALS_SOURCE + "' asks for it");
        }
        return basic(userInfo);
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    /** Without credentials, so that no message and no file name shows them. */
    private static URI bare(URI uri) {
        String userInfo = uri.getRawUserInfo();
        return userInfo == null ? uri : URI.create(uri.toString().replace(userInfo + "@", ""));
    }

    private long number(String key, long otherwise) {
        String text = text(key);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through: one message says it all.
        }
        throw new IllegalArgumentException(
                "The setting '" + key + "' must be a whole number above 0, not '" + text + "'");
    }

    private @Nullable String text(String key) {
        Object value = configuration.get(key);
        if (value == null && !key.startsWith(PREFIX)) {
            value = configuration.get(PREFIX + key);
        }
        if (value instanceof Collection<?> several) {
            return String.join(",", several.stream().map(String::valueOf).toList());
        }
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }
}
