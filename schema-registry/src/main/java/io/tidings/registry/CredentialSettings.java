package io.tidings.registry;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who we are to the registry.
 *
 * @param authorization the value of the {@code Authorization} header, if it never changes
 * @param oauth where the header comes from otherwise
 * @param headers what Confluent Cloud wants beside it
 * @param setting the key to look at when the registry refuses
 * @param secrets what no message may show
 */
record CredentialSettings(
        @Nullable Secret authorization,
        @Nullable OAuthSettings oauth,
        Map<String, String> headers,
        String setting,
        List<Secret> secrets) {

    static final CredentialSettings NONE =
            new CredentialSettings(null, null, Map.of(), RegistrySettings.BASIC_AUTH_USER_INFO, List.of());

    CredentialSettings {
        headers = Map.copyOf(headers);
        secrets = List.copyOf(secrets);
    }
}
