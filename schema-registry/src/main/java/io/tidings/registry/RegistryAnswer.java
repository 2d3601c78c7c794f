package io.tidings.registry;

import java.net.URI;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an HTTP answer means. */
final class RegistryAnswer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private RegistryAnswer() {}

    static JsonNode read(URI base, HttpResponse<String> response) {
        int status = response.statusCode();
        JsonNode body = parse(response.body());
        if (status == OK) {
            if (body == null) {
                throw new RegistryException(
                        RegistryEndpoints.describe(base, "answered something that is not JSON: " + start(response)),
                        true,
                        0);
            }
            return body;
        }
        if (status >= SERVER_ERROR || status == TOO_MANY_REQUESTS) {
            throw refusal(base, response, body, true, status);
        }
        if (status == NOT_FOUND && (body == null || !body.path("error_code").isNumber())) {
            // A wrong path answers 404 to everything. That says nothing of a schema, so it must not poison a message.
            throw new RegistryException(
                    RegistryEndpoints.describe(
                            base, "answered 404, but not as a schema registry does: is the path of the URL right?"),
                    false,
                    0);
        }
        throw refusal(base, response, body, false, status);
    }

    private static RegistryException refusal(
            URI base, HttpResponse<String> response, @Nullable JsonNode body, boolean retryable, int status) {
        String said = body != null && body.path("message").isString()
                ? body.path("message").asString()
                : start(response);
        String credentials = status == 401 || status == 403
                ? " (credentials: '" + RegistrySettings.BASIC_AUTH_USER_INFO + "' or '"
                        + RegistrySettings.BEARER_AUTH_TOKEN + "')"
                : "";
        return new RegistryException(
                RegistryEndpoints.describe(base, "answered " + status + credentials + ": " + said), retryable, status);
    }

    private static @Nullable JsonNode parse(String body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node.isObject() ? node : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static String start(HttpResponse<String> response) {
        String text = response.body().strip().replaceAll("\\s+", " ");
        return text.isEmpty() ? "(nothing)" : text.substring(0, Math.min(text.length(), 200));
    }
}
