package io.tidings.registry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Credentials that never change, or none. */
final class FixedCredentials implements Credentials {

    private final CredentialSettings settings;
    private final Redaction redaction;

    FixedCredentials(CredentialSettings settings) {
        this.settings = settings;
        this.redaction = new Redaction(settings.secrets());
    }

    @Override
    public @Nullable String authorization(Deadline deadline) {
        Secret header = settings.authorization();
        return header == null ? null : header.value();
    }

    @Override
    public boolean renew(@Nullable String refused) {
        return false;
    }

    @Override
    public Map<String, String> headers() {
        return settings.headers();
    }

    @Override
    public String setting() {
        return settings.setting();
    }

    @Override
    public String redact(String text) {
        return redaction.of(text);
    }
}
