package io.tidings.registry;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How HTTPS is spoken.
 *
 * @param protocol the name of an SSL context
 * @param enabledProtocols empty: what Java enables
 * @param checksHostName whether the certificate must name the host
 */
record TlsSettings(
        Store truststore,
        Store keystore,
        @Nullable Secret keyPassword,
        String protocol,
        List<String> enabledProtocols,
        boolean checksHostName) {

    static final String PEM = "PEM";

    /**
     * Keys or certificates.
     *
     * @param name the part of the keys that tells one from the other
     * @param certificates in the setting itself, as PEM
     * @param key in the setting itself, as PEM
     */
    record Store(
            String name,
            @Nullable Path location,
            @Nullable Secret password,
            String type,
            @Nullable String certificates,
            @Nullable Secret key) {

        boolean given() {
            return location != null || certificates != null || key != null;
        }

        /** The whole key of one of its settings. */
        String setting(String what) {
            return RegistrySettings.SSL_PREFIX + name + "." + what;
        }
    }
}
