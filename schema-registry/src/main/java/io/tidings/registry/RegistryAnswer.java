package io.tidings.registry;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an HTTP answer means. */
record RegistryAnswer(URI base, RegistryRequest request, Credentials credentials) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_QUOTE = 500;

    JsonNode read(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        String encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            throw malformed("answered " + status + " encoded as " + encoding + ", which was not asked for", true);
        }
        String text = new String(response.body(), StandardCharsets.UTF_8);
        JsonNode body = parse(text);
        if (status / 100 == 2 && body != null) {
            return body;
        }
        String said = credentials.redact(
                body != null && body.path("message").isString()
                        ? body.path("message").asString()
                        : start(text));
        if (status / 100 == 2) {
            throw malformed("answered something that is not JSON: " + said, true);
        }
        throw refusal(status, body, said, RetryAfter.in(response.headers()));
    }

    private RegistryException refusal(int status, @Nullable JsonNode body, String said, @Nullable Duration retryAfter) {
        FailedCall call = FailedCall.to(base, request);
        String answered = describe("answered " + status + ": " + said);
        switch (status) {
            case 404 -> {
                return notFound(body, said);
            }
            case 401, 403 -> {
                String setting = credentials.setting();
                String what = "answered " + status + " (setting '" + setting + "'): " + said;
                return new UnauthorizedException(describe(what), status, call.setting(setting));
            }
            case 409 -> {
                List<String> reasons = IncompatibilityReasons.in(said);
                String what = "answered 409, incompatible: " + String.join("; ", reasons);
                return new IncompatibleSchemaException(describe(what), reasons, call);
            }
            case 422 -> {
                return new InvalidSchemaException(answered, status, call, null);
            }
            default -> {
                return status >= 500 || status == 429 || status == 408
                        ? new RegistryUnreachableException(answered, status, call, retryAfter)
                        : new RegistryException(answered, false, status, call, null);
            }
        }
    }

    /**
     * A wrong path answers 404 to everything, even from a registry. That says nothing of a schema, so it must not poison a
     * message: only the codes 40400 to 40499 are about subjects, versions and schemas.
     */
    private RegistryException notFound(@Nullable JsonNode body, String said) {
        int code = body == null ? 0 : body.path("error_code").asInt(0);
        if (code / 100 == 404) {
            return new SchemaNotFoundException(describe("answered 404: " + said), FailedCall.to(base, request));
        }
        return malformed(
                "answered 404 to " + request.path()
                        + ", but not as a schema registry does that knows this call: is the path of the URL right?",
                false);
    }

    private MalformedAnswerException malformed(String what, boolean retryable) {
        return new MalformedAnswerException(describe(what), retryable, FailedCall.to(base, request), null);
    }

    private String describe(String what) {
        return describe(base, request, what);
    }

    static String describe(URI base, RegistryRequest request, String what) {
        String subject = request.subject();
        String about = subject == null ? " " : ", asked about the subject '" + subject + "', ";
        return "The schema registry at " + base + about + what + ". Its address is set by '" + RegistrySettings.URL
                + "'.";
    }

    private static @Nullable JsonNode parse(String body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node.isContainer() ? node : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static String start(String body) {
        String text = body.substring(0, Math.min(body.length(), LONGEST_QUOTE))
                .strip()
                .replaceAll("\\s+", " ");
        return text.isEmpty() ? "(nothing)" : text;
    }
}
