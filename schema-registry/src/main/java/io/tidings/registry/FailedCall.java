package io.tidings.registry;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a failure is about, as far as it is known.
 *
 * @param url without credentials
 * @param setting the key to look at first
 */
record FailedCall(
        @Nullable String subject,
        @Nullable String url,
        @Nullable String setting) {

    static final FailedCall UNKNOWN = new FailedCall(null, null, null);

    static FailedCall to(URI base, RegistryRequest request) {
        return new FailedCall(request.subject(), /* url= */ base.toString(), /* setting= */ RegistrySettings.URL);
    }

    static FailedCall about(@Nullable String subject) {
        return new FailedCall(subject, null, null);
    }

    FailedCall setting(String key) {
        return new FailedCall(subject, url, key);
    }
}
