package io.tidings.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.UnrecoverableKeyException;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Keys and certificates, read once: who replaces the files connects anew. */
record TlsContext(SSLContext context, SSLParameters parameters) {

    /**
     * Reads what the settings name.
     *
     * @throws IllegalArgumentException if it cannot be read; the message names the setting
     */
    static TlsContext of(TlsSettings settings) {
        SSLContext context;
        try {
            context = SSLContext.getInstance(settings.protocol());
        } catch (NoSuchAlgorithmException e) {
            throw wrong(RegistrySettings.SSL_PROTOCOL, "names no protocol that Java knows: " + settings.protocol(), e);
        }
        TrustManager[] trusted = trusted(settings);
        KeyManager[] keys = keys(settings);
        try {
            context.init(keys, trusted, null);
        } catch (GeneralSecurityException e) {
            throw wrong(RegistrySettings.SSL_PROTOCOL, "cannot be used: " + e.getMessage(), e);
        }
        SSLParameters parameters = context.getDefaultSSLParameters();
        if (!settings.enabledProtocols().isEmpty()) {
            List<String> known = List.of(context.getSupportedSSLParameters().getProtocols());
            if (!known.containsAll(settings.enabledProtocols())) {
                throw wrong(
                        RegistrySettings.SSL_ENABLED_PROTOCOLS,
                        "must be some of " + String.join(", ", known) + ", not '"
                                + String.join(", ", settings.enabledProtocols()) + "'",
                        null);
            }
            parameters.setProtocols(settings.enabledProtocols().toArray(String[]::new));
        }
        return new TlsContext(context, parameters);
    }

    private static TrustManager @Nullable [] trusted(TlsSettings settings) {
        TlsSettings.Store store = settings.truststore();
        if (!store.given() && settings.checksHostName()) {
            return null;
        }
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store.given() ? load(store, settings.keyPassword()) : null);
            TrustManager[] managers = factory.getTrustManagers();
            if (store.given() && accepted(managers) == 0) {
                throw wrong(store.setting("location"), "names a file without certificates to trust", null);
            }
            if (!settings.checksHostName()) {
                for (int i = 0; i < managers.length; i++) {
                    if (managers[i] instanceof X509TrustManager checked) {
                        managers[i] = new AnyHostTrust(checked);
                    }
                }
            }
            return managers;
        } catch (NoSuchAlgorithmException | KeyStoreException e) {
            throw wrong(store.setting("type"), "cannot be used: " + e.getMessage(), e);
        }
    }

    private static int accepted(TrustManager[] managers) {
        int accepted = 0;
        for (TrustManager manager : managers) {
            accepted += manager instanceof X509TrustManager x509 ? x509.getAcceptedIssuers().length : 0;
        }
        return accepted;
    }

    private static KeyManager @Nullable [] keys(TlsSettings settings) {
        TlsSettings.Store store = settings.keystore();
        if (!store.given()) {
            return null;
        }
        Secret password = settings.keyPassword() == null ? store.password() : settings.keyPassword();
        char[] unlock = store.type().equals(TlsSettings.PEM) ? PemStore.PASSWORD : characters(password);
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(load(store, settings.keyPassword()), unlock);
            return factory.getKeyManagers();
        } catch (UnrecoverableKeyException e) {
            throw wrong(RegistrySettings.SSL_KEY_PASSWORD, "does not unlock the key: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException | KeyStoreException e) {
            throw wrong(store.setting("type"), "cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore load(TlsSettings.Store store, @Nullable Secret keyPassword) {
        if (store.type().equals(TlsSettings.PEM)) {
            return PemStore.load(store, keyPassword);
        }
        Path file = store.location();
        if (file == null) {
            throw wrong(store.setting("type"), "must be PEM where certificates stand in the settings themselves", null);
        }
        try (InputStream content = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance(store.type());
            keys.load(content, characters(store.password()));
            return keys;
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw wrong(store.setting("password"), "does not open " + file, e);
            }
            // A file that is no store makes an exception of this kind, too.
            throw wrong(
                    store.setting("location"),
                    Files.isReadable(file)
                            ? "names a file that is not of the type " + store.type() + " (setting '"
                                    + store.setting("type") + "'): " + file
                            : "names a file that cannot be read: " + file,
                    e);
        } catch (KeyStoreException e) {
            throw wrong(store.setting("type"), "must be JKS, PKCS12 or PEM, not '" + store.type() + "'", e);
        } catch (GeneralSecurityException e) {
            throw wrong(store.setting("location"), "names a file that cannot be used: " + e.getMessage(), e);
        }
    }

    private static char @Nullable [] characters(@Nullable Secret secret) {
        return secret == null ? null : secret.value().toCharArray();
    }

    static IllegalArgumentException wrong(String key, String what, @Nullable Exception cause) {
        return new IllegalArgumentException("The setting '" + key + "' " + what, cause);
    }
}
