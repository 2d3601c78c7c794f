package io.tidings.registry;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads who we are to the registry: a token wins over a user and password. */
final class CredentialsReader {

    private static final String STATIC_TOKEN = "STATIC_TOKEN";
    private static final String OAUTHBEARER = "OAUTHBEARER";

    private final SettingValues values;

    CredentialsReader(SettingValues values) {
        this.values = values;
    }

    CredentialSettings read(List<URI> urls) {
        String token = values.text(RegistrySettings.BEARER_AUTH_TOKEN);
        boolean given = values.text(RegistrySettings.BEARER_AUTH_CREDENTIALS_SOURCE) != null;
        String source = values.oneOf(RegistrySettings.BEARER_AUTH_CREDENTIALS_SOURCE, STATIC_TOKEN, OAUTHBEARER);
        if (OAUTHBEARER.equals(source)) {
            return oauth();
        }
        if (token == null && STATIC_TOKEN.equals(source)) {
            values.required(RegistrySettings.BEARER_AUTH_TOKEN, RegistrySettings.BEARER_AUTH_CREDENTIALS_SOURCE);
        }
        if (token != null) {
            requireSendable(RegistrySettings.BEARER_AUTH_TOKEN, token);
            return fixed("Bearer " + token, token, RegistrySettings.BEARER_AUTH_TOKEN, cloudHeaders());
        }
        return given ? CredentialSettings.NONE : basic(urls);
    }

    /** What was copied with a line break in it cannot be a header; nothing of it is shown. */
    private void requireSendable(String key, String value) {
        if (!value.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            values.wrong(
                    key, "must have visible ASCII characters only; perhaps a line break or a blank was copied with it");
        }
    }

    private CredentialSettings oauth() {
        String asker = RegistrySettings.BEARER_AUTH_CREDENTIALS_SOURCE;
        String endpoint = values.required(RegistrySettings.BEARER_AUTH_ISSUER_ENDPOINT_URL, asker);
        String clientId = values.required(RegistrySettings.BEARER_AUTH_CLIENT_ID, asker);
        Secret secret = new Secret(values.required(RegistrySettings.BEARER_AUTH_CLIENT_SECRET, asker));
        URI url = endpoint.isEmpty() ? null : Urls.http(endpoint);
        if (!endpoint.isEmpty() && (url == null || url.getRawUserInfo() != null)) {
            values.wrong(
                    RegistrySettings.BEARER_AUTH_ISSUER_ENDPOINT_URL,
                    "must be an http or https URL without credentials, not '" + Urls.shown(endpoint) + "'");
        }
        long buffer = values.number(RegistrySettings.BEARER_AUTH_CACHE_EXPIRY_BUFFER_SECONDS, 300, 0, 86_400);
        OAuthSettings oauth = new OAuthSettings(
                url == null ? URI.create("http://missing") : url,
                clientId,
                secret,
                values.text(RegistrySettings.BEARER_AUTH_SCOPE),
                Duration.ofSeconds(buffer));
        return new CredentialSettings(
                null, oauth, cloudHeaders(), RegistrySettings.BEARER_AUTH_CLIENT_ID, List.of(secret));
    }

    private Map<String, String> cloudHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        String cluster = values.text(RegistrySettings.BEARER_AUTH_LOGICAL_CLUSTER);
        if (cluster != null) {
            requireSendable(RegistrySettings.BEARER_AUTH_LOGICAL_CLUSTER, cluster);
            headers.put("target-sr-cluster", cluster);
        }
        String pool = values.text(RegistrySettings.BEARER_AUTH_IDENTITY_POOL_ID);
        if (pool != null) {
            requireSendable(RegistrySettings.BEARER_AUTH_IDENTITY_POOL_ID, pool);
            headers.put("Confluent-Identity-Pool-Id", pool);
        }
        return headers;
    }

    private CredentialSettings basic(List<URI> urls) {
        String key = RegistrySettings.BASIC_AUTH_CREDENTIALS_SOURCE;
        String source = values.oneOf(key, "USER_INFO", "URL", "SASL_INHERIT");
        if ("USER_INFO".equals(source)) {
            return basic(
                    values.required(RegistrySettings.BASIC_AUTH_USER_INFO, key), RegistrySettings.BASIC_AUTH_USER_INFO);
        }
        if ("SASL_INHERIT".equals(source)) {
            String userInfo = JaasOptions.userInfo(values.required(RegistrySettings.SASL_JAAS_CONFIG, key));
            if (userInfo == null && values.text(RegistrySettings.SASL_JAAS_CONFIG) != null) {
                values.wrong(RegistrySettings.SASL_JAAS_CONFIG, "must bear a username and a password");
            }
            return basic(userInfo == null ? "" : userInfo, RegistrySettings.SASL_JAAS_CONFIG);
        }
        String raw = inUrls(urls);
        if (raw != null) {
            // A plus is a plus here: only forms make blanks of it.
            String userInfo = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
            CredentialSettings settings = basic(userInfo, RegistrySettings.URL);
            List<Secret> secrets = new ArrayList<>(settings.secrets());
            secrets.addAll(parts(raw));
            return new CredentialSettings(settings.authorization(), null, Map.of(), RegistrySettings.URL, secrets);
        }
        String userInfo = source == null ? values.text(RegistrySettings.BASIC_AUTH_USER_INFO) : null;
        return userInfo == null ? CredentialSettings.NONE : basic(userInfo, RegistrySettings.BASIC_AUTH_USER_INFO);
    }

    /** All URLs are of one registry: one user, wherever it is written. */
    private @Nullable String inUrls(List<URI> urls) {
        List<String> written = urls.stream()
                .map(URI::getRawUserInfo)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (written.size() > 1) {
            values.wrong(
                    RegistrySettings.URL,
                    "bears different users or passwords; its URLs are those of one registry, which is told one");
        }
        return written.isEmpty() ? null : written.get(0);
    }

    private static List<Secret> parts(String userInfo) {
        return List.of(new Secret(userInfo), new Secret(userInfo.substring(userInfo.indexOf(':') + 1)));
    }

    private static CredentialSettings basic(String userInfo, String setting) {
        String encoded = Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
        CredentialSettings settings = fixed("Basic " + encoded, encoded, setting, Map.of());
        List<Secret> secrets = new ArrayList<>(settings.secrets());
        secrets.addAll(parts(userInfo));
        return new CredentialSettings(settings.authorization(), null, Map.of(), setting, secrets);
    }

    private static CredentialSettings fixed(String header, String secret, String setting, Map<String, String> headers) {
        return new CredentialSettings(new Secret(header), null, headers, setting, List.of(new Secret(secret)));
    }
}
