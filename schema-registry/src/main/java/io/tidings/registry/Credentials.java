package io.tidings.registry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who we are to the registry, from call to call. Safe for use by several threads. */
interface Credentials {

    /** The value of the header {@code Authorization}; null for none. May have to be fetched. */
    @Nullable String authorization(Deadline deadline);

    /** Told that the registry refused a header; whether another is worth a try. */
    boolean renew(@Nullable String refused);

    /** Sent beside it. */
    Map<String, String> headers();

    /** The key to look at when the registry refuses. */
    String setting();

    /** Takes secrets out of a text. */
    String redact(String text);

    static Credentials of(CredentialSettings settings, HttpCalls http) {
        OAuthSettings oauth = settings.oauth();
        return oauth == null ? new FixedCredentials(settings) : new OAuthCredentials(settings, oauth, http);
    }
}
