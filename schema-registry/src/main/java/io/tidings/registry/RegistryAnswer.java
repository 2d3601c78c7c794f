package io.tidings.registry;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an HTTP answer means. */
final class RegistryAnswer {

    private static final JsonMapper JSON = JsonMapper.shared();

    private RegistryAnswer() {}

    static JsonNode read(URI base, RegistryRequest request, HttpResponse<String> response) {
        int status = response.statusCode();
        JsonNode body = parse(response.body());
        FailedCall call = FailedCall.to(base, request);
        if (status == 200 && body != null) {
            return body;
        }
        String said = body != null && body.path("message").isString()
                ? body.path("message").asString()
                : start(response.body());
        if (status == 200) {
            throw new MalformedAnswerException(
                    describe(base, request, "answered something that is not JSON: " + said), true, call, null);
        }
        String answered = "answered " + status + ": " + said;
        switch (status) {
            case 404 -> throw notFound(base, request, body, said);
            case 401, 403 ->
                throw new UnauthorizedException(
                        describe(
                                base,
                                request,
                                "answered " + status + " (credentials: '" + RegistrySettings.BASIC_AUTH_USER_INFO
                                        + "' or '" + RegistrySettings.BEARER_AUTH_TOKEN + "'): " + said),
                        status,
                        call.setting(RegistrySettings.BASIC_AUTH_USER_INFO));
            case 409 -> {
                List<String> reasons = IncompatibilityReasons.in(said);
                throw new IncompatibleSchemaException(
                        describe(base, request, "answered 409, incompatible: " + String.join("; ", reasons)),
                        reasons,
                        call);
            }
            case 422 -> throw new InvalidSchemaException(describe(base, request, answered), status, call, null);
            default -> {
                if (status >= 500 || status == 429) {
                    throw new RegistryUnreachableException(describe(base, request, answered), status, call, null);
                }
                throw new RegistryException(describe(base, request, answered), false, status, call, null);
            }
        }
    }

    /**
     * A wrong path answers 404 to everything, even from a registry. That says nothing of a schema, so it must not poison a
     * message: only the codes 40400 to 40499 are about subjects, versions and schemas.
     */
    private static RegistryException notFound(URI base, RegistryRequest request, @Nullable JsonNode body, String said) {
        FailedCall call = FailedCall.to(base, request);
        int code = body == null ? 0 : body.path("error_code").asInt(0);
        return code / 100 == 404
                ? new SchemaNotFoundException(describe(base, request, "answered 404: " + said), call)
                : new MalformedAnswerException(
                        describe(
                                base,
                                request,
                                "answered 404 to " + request.path()
                                        + ", but not as a schema registry does that knows this call: is the path of the"
                                        + " URL right?"),
                        false,
                        call,
                        null);
    }

    static String describe(URI base, RegistryRequest request, String what) {
        String subject = request.subject();
        return "The schema registry at " + base
                + (subject == null ? " " : ", asked about the subject '" + subject + "', ") + what
                + ". Its address is set by '" + RegistrySettings.URL + "'.";
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
        String text = body.strip().replaceAll("\\s+", " ");
        return text.isEmpty() ? "(nothing)" : text.substring(0, Math.min(text.length(), 200));
    }
}
