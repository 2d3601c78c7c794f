package io.tidings.registry;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the registry. The keys are those that users of Confluent's serializers know; keys of our own begin with
 * {@code tidings.}. Each may also bear the prefix {@code schema.registry.}, as Kafka Connect and Streams pass it on, and those
 * for retries and the proxy may lack it. Those for TLS may not: without it they are Kafka's. Its text shows no credentials.
 *
 * @param urls tried in order, those that failed last
 * @param requestTimeout how long one call may take, waiting for its turn, failing over and trying again included
 * @param maxOutstanding how many calls may be under way at once; more wait for their turn within their deadline
 * @param circuitOpenFor how long a URL that kept failing is left alone
 * @param cacheDirectory where answers are kept for a start without the registry
 */
public record RegistrySettings(
        List<URI> urls,
        Duration requestTimeout,
        int maxOutstanding,
        Duration circuitOpenFor,
        RetrySettings retries,
        CredentialSettings credentials,
        TlsSettings tls,
        @Nullable InetSocketAddress proxy,
        @Nullable Path cacheDirectory) {

    static final String PREFIX = "schema.registry.";

    /** One base URL, or several of one registry separated by commas; or {@code mock://scope}. Required. */
    public static final String URL = "schema.registry.url";

    /** Milliseconds that a call may take, everything included. Default 5000. */
    public static final String REQUEST_TIMEOUT_MS = "schema.registry.request.timeout.ms";

    /** How many calls may be under way at once. Default 16. */
    public static final String MAX_OUTSTANDING = "schema.registry.max.outstanding.requests";

    /** Milliseconds without calls to a URL that kept failing. Default 5000. */
    public static final String CIRCUIT_OPEN_MS = "schema.registry.circuit.open.ms";

    /** How often to try again when all URLs failed, within the time of the call. Default 3. */
    public static final String MAX_RETRIES = "schema.registry.max.retries";

    /** Milliseconds before the first of them, doubled from then on. Default 100. */
    public static final String RETRIES_WAIT_MS = "schema.registry.retries.wait.ms";

    /** Milliseconds that a wait may grow to. Default 2000. */
    public static final String RETRIES_MAX_WAIT_MS = "schema.registry.retries.max.wait.ms";

    /** The host of an HTTP proxy. Default: what Java's system properties say. */
    public static final String PROXY_HOST = "schema.registry.proxy.host";

    /** The port of the HTTP proxy. */
    public static final String PROXY_PORT = "schema.registry.proxy.port";

    /**
     * {@code USER_INFO}: from {@link #BASIC_AUTH_USER_INFO}; {@code SASL_INHERIT}: from {@link #SASL_JAAS_CONFIG};
     * {@code URL} (the default): from the URL, if it has any. Where nothing is said and the URL has none, the first is tried.
     */
    public static final String BASIC_AUTH_CREDENTIALS_SOURCE = "basic.auth.credentials.source";

    /** {@code user:password}. */
    public static final String BASIC_AUTH_USER_INFO = "basic.auth.user.info";

    /** What Kafka's client logs in with; its user name and password serve here, too. */
    public static final String SASL_JAAS_CONFIG = "sasl.jaas.config";

    /**
     * {@code STATIC_TOKEN} (the default if there is a token): {@link #BEARER_AUTH_TOKEN}; {@code OAUTHBEARER}: tokens from
     * {@link #BEARER_AUTH_ISSUER_ENDPOINT_URL}. Either wins over a user and password.
     */
    public static final String BEARER_AUTH_CREDENTIALS_SOURCE = "bearer.auth.credentials.source";

    /** A token that is sent as it is. */
    public static final String BEARER_AUTH_TOKEN = "bearer.auth.token";

    /** The token endpoint of an OAuth 2 server; it is asked for client credentials. */
    public static final String BEARER_AUTH_ISSUER_ENDPOINT_URL = "bearer.auth.issuer.endpoint.url";

    /** Who we are to the OAuth 2 server. */
    public static final String BEARER_AUTH_CLIENT_ID = "bearer.auth.client.id";

    /** What proves it. */
    public static final String BEARER_AUTH_CLIENT_SECRET = "bearer.auth.client.secret";

    /** What the token shall allow. */
    public static final String BEARER_AUTH_SCOPE = "bearer.auth.scope";

    /** Seconds before a token expires in which it is replaced, at most a fifth of its life. Default 300. */
    public static final String BEARER_AUTH_CACHE_EXPIRY_BUFFER_SECONDS = "bearer.auth.cache.expiry.buffer.seconds";

    /** The registry's cluster in Confluent Cloud, sent beside a token. */
    public static final String BEARER_AUTH_LOGICAL_CLUSTER = "bearer.auth.logical.cluster";

    /** The identity pool in Confluent Cloud, sent beside a token. */
    public static final String BEARER_AUTH_IDENTITY_POOL_ID = "bearer.auth.identity.pool.id";

    static final String SSL_PREFIX = PREFIX + "ssl.";

    /** A file with the certificates to trust. Default: those that Java trusts. */
    public static final String SSL_TRUSTSTORE_LOCATION = SSL_PREFIX + "truststore.location";

    /** The password of that file. */
    public static final String SSL_TRUSTSTORE_PASSWORD = SSL_PREFIX + "truststore.password";

    /** {@code JKS}, {@code PKCS12} or {@code PEM}. Default {@code JKS}, which reads PKCS12, too. */
    public static final String SSL_TRUSTSTORE_TYPE = SSL_PREFIX + "truststore.type";

    /** The certificates to trust themselves, as PEM. */
    public static final String SSL_TRUSTSTORE_CERTIFICATES = SSL_PREFIX + "truststore.certificates";

    /** A file with the client's key and certificates, for a registry that asks for them. */
    public static final String SSL_KEYSTORE_LOCATION = SSL_PREFIX + "keystore.location";

    /** The password of that file. */
    public static final String SSL_KEYSTORE_PASSWORD = SSL_PREFIX + "keystore.password";

    /** {@code JKS}, {@code PKCS12} or {@code PEM}. Default {@code JKS}, which reads PKCS12, too. */
    public static final String SSL_KEYSTORE_TYPE = SSL_PREFIX + "keystore.type";

    /** The client's certificates themselves, its own first, as PEM. */
    public static final String SSL_KEYSTORE_CERTIFICATE_CHAIN = SSL_PREFIX + "keystore.certificate.chain";

    /** The client's key itself, PKCS 8 as PEM. */
    public static final String SSL_KEYSTORE_KEY = SSL_PREFIX + "keystore.key";

    /** The password of the key. Default: that of the file. */
    public static final String SSL_KEY_PASSWORD = SSL_PREFIX + "key.password";

    /** The kind of context. Default {@code TLS}. */
    public static final String SSL_PROTOCOL = SSL_PREFIX + "protocol";

    /** The versions to speak, separated by commas. Default: those that Java enables. */
    public static final String SSL_ENABLED_PROTOCOLS = SSL_PREFIX + "enabled.protocols";

    /** {@code https} (the default): the certificate must name the host; empty: it need not. */
    public static final String SSL_ENDPOINT_IDENTIFICATION_ALGORITHM = SSL_PREFIX + "endpoint.identification.algorithm";

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
     * @throws IllegalArgumentException if any are missing or wrong; the message names their keys, all of them
     */
    public static RegistrySettings from(Map<String, ?> configuration) {
        return new SettingsReader(new SettingValues(configuration)).read();
    }

    /** The base URLs, for messages. They bear no credentials. */
    String where() {
        return String.join(", ", urls.stream().map(URI::toString).toList());
    }
}
