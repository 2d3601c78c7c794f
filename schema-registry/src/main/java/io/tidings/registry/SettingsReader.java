package io.tidings.registry;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@link RegistrySettings}. All that is wrong is said at once. */
final class SettingsReader {

    private static final long LONGEST_MS = Duration.ofDays(1).toMillis();

    private final SettingValues values;

    SettingsReader(SettingValues values) {
        this.values = values;
    }

    RegistrySettings read() {
        List<URI> written = urls();
        RegistrySettings settings = new RegistrySettings(
                written.stream().map(Urls::withoutUserInfo).toList(),
                millis(RegistrySettings.REQUEST_TIMEOUT_MS, 5000),
                (int) values.number(RegistrySettings.MAX_OUTSTANDING, 16, 1, 10_000),
                millis(RegistrySettings.CIRCUIT_OPEN_MS, 5000),
                new RetrySettings(
                        (int) values.number(RegistrySettings.MAX_RETRIES, 3, 0, 1000),
                        millis(RegistrySettings.RETRIES_WAIT_MS, 100),
                        millis(RegistrySettings.RETRIES_MAX_WAIT_MS, 2000)),
                new CredentialsReader(values).read(written),
                tls(),
                proxy(),
                values.path(RegistrySettings.CACHE_DIRECTORY));
        values.check();
        return settings;
    }

    private Duration millis(String key, long otherwise) {
        return Duration.ofMillis(values.number(key, otherwise, 1, LONGEST_MS));
    }

    /** Where the registry is, as it was written: URLs, or the address of a registry in memory. */
    static List<String> addresses(SettingValues values) {
        List<String> addresses = values.list(RegistrySettings.URL);
        if (addresses.isEmpty()) {
            values.missing(RegistrySettings.URL, "the URL of the schema registry, or mock://scope for one in memory");
        }
        return addresses;
    }

    private List<URI> urls() {
        List<URI> urls = new ArrayList<>();
        for (String address : addresses(values)) {
            URI url = Urls.http(address);
            if (url == null) {
                values.wrong(
                        RegistrySettings.URL, Urls.wrong(address, String.valueOf(values.text(RegistrySettings.URL))));
            } else {
                urls.add(url);
            }
        }
        return urls;
    }

    private @Nullable InetSocketAddress proxy() {
        String host = values.text(RegistrySettings.PROXY_HOST);
        boolean port = values.text(RegistrySettings.PROXY_PORT) != null;
        int number = (int) values.number(RegistrySettings.PROXY_PORT, 1, 1, 65_535);
        if (host != null && !port) {
            values.missing(RegistrySettings.PROXY_PORT, "'" + RegistrySettings.PROXY_HOST + "' asks for it");
        } else if (host == null && port) {
            values.missing(RegistrySettings.PROXY_HOST, "'" + RegistrySettings.PROXY_PORT + "' asks for it");
        }
        return host == null ? null : InetSocketAddress.createUnresolved(host, number);
    }

    private TlsSettings tls() {
        String identification = values.written(RegistrySettings.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM);
        boolean checked = identification == null || !identification.isBlank();
        if (identification != null && checked && !identification.strip().equalsIgnoreCase("https")) {
            values.wrong(
                    RegistrySettings.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM,
                    "must be https, or empty to trust a certificate that names another host, not '" + identification
                            + "'");
        }
        String protocol = values.text(RegistrySettings.SSL_PROTOCOL);
        TlsSettings settings = new TlsSettings(
                store("truststore", values.text(RegistrySettings.SSL_TRUSTSTORE_CERTIFICATES), null),
                store(
                        "keystore",
                        values.text(RegistrySettings.SSL_KEYSTORE_CERTIFICATE_CHAIN),
                        values.secret(RegistrySettings.SSL_KEYSTORE_KEY)),
                values.secret(RegistrySettings.SSL_KEY_PASSWORD),
                protocol == null ? "TLS" : protocol,
                values.list(RegistrySettings.SSL_ENABLED_PROTOCOLS),
                checked);
        try {
            TlsContext.of(settings);
        } catch (IllegalArgumentException e) {
            values.problem(String.valueOf(e.getMessage()));
        }
        return settings;
    }

    private TlsSettings.Store store(String name, @Nullable String certificates, @Nullable Secret key) {
        String prefix = RegistrySettings.SSL_PREFIX + name;
        String type = values.text(prefix + ".type");
        String otherwise = certificates == null && key == null ? "JKS" : TlsSettings.PEM;
        return new TlsSettings.Store(
                name,
                values.path(prefix + ".location"),
                values.secret(prefix + ".password"),
                type == null ? otherwise : type.toUpperCase(Locale.ROOT),
                certificates,
                key);
    }
}
