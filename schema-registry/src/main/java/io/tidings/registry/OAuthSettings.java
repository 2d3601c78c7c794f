package io.tidings.registry;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where and as whom to get tokens (OAuth 2, RFC 6749 section 4.4).
 *
 * @param renewBefore how long before it expires a token is replaced
 */
record OAuthSettings(
        URI endpoint,
        String clientId,
        Secret clientSecret,
        @Nullable String scope,
        Duration renewBefore) {}
