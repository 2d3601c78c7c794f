package io.tidings.registry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A token, and until when it is used. */
record OAuthToken(String value, long freshUntil, long validUntil) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration UNKNOWN_LIFE = Duration.ofMinutes(5);
    private static final int SHARE_OF_LIFE = 5;

    /** Null if that is no answer of a token endpoint (RFC 6749 section 5.1). */
    static @Nullable OAuthToken parse(byte[] answer, Duration renewBefore) {
        JsonNode fields = json(answer);
        String value = fields.path("access_token").asString("");
        if (value.isEmpty() || value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return null;
        }
        long life = life(fields, value).toNanos();
        long early = Math.min(renewBefore.toNanos(), life / SHARE_OF_LIFE);
        long now = System.nanoTime();
        return new OAuthToken(value, now + life - early, now + life);
    }

    private static Duration life(JsonNode fields, String value) {
        long told = fields.path("expires_in").asLong(0);
        if (told <= 0) {
            // Many tokens say it themselves (RFC 7519 section 4.1.4).
            String[] parts = value.split("\\.", -1);
            long expires =
                    parts.length == 3 ? json(decode(parts[1])).path("exp").asLong(0) : 0;
            told = expires == 0 ? UNKNOWN_LIFE.toSeconds() : expires - System.currentTimeMillis() / 1000;
        }
        return Duration.ofSeconds(Math.max(0, Math.min(told, Duration.ofDays(1).toSeconds())));
    }

    /** What a token endpoint says is wrong (RFC 6749 section 5.2): its code, and nothing that could repeat what was sent. */
    static String error(byte[] answer) {
        String code = json(answer).path("error").asString("");
        return code.matches("[a-z_]{1,40}") ? ": " + code : "";
    }

    private static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private static byte[] decode(String part) {
        try {
            return Base64.getUrlDecoder().decode(part.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    String header() {
        return "Bearer " + value;
    }

    boolean fresh() {
        return freshUntil - System.nanoTime() > 0;
    }

    boolean valid() {
        return validUntil - System.nanoTime() > 0;
    }

    @Override
    public String toString() {
        return "[hidden]";
    }
}
