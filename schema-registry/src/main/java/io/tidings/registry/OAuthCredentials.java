package io.tidings.registry;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for client credentials (OAuth 2, RFC 6749 section 4.4). One caller fetches; others wait for the first token, and go on
 * with the old one while it is replaced.
 */
final class OAuthCredentials implements Credentials {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final CredentialSettings settings;
    private final OAuthSettings oauth;
    private final HttpCalls http;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable OAuthToken token;

    OAuthCredentials(CredentialSettings settings, OAuthSettings oauth, HttpCalls http) {
        this.settings = settings;
        this.oauth = oauth;
        this.http = http;
    }

    @Override
    public String authorization(Deadline deadline) {
        OAuthToken present = token;
        if (present != null && present.fresh()) {
            return present.header();
        }
        boolean usable = present != null && present.valid();
        if (!locked(usable ? 0 : deadline.nanos())) {
            if (present != null && usable) {
                return present.header();
            }
            throw failure("had not answered an earlier call when the time of this one was over", null);
        }
        try {
            OAuthToken meanwhile = token;
            if (meanwhile != null && meanwhile.fresh()) {
                return meanwhile.header();
            }
            OAuthToken fetched = fetch(deadline);
            token = fetched;
            return fetched.header();
        } catch (RegistryException e) {
            if (present != null && usable && !(e instanceof RegistryClosedException)) {
                return present.header();
            }
            throw e;
        } finally {
            fetching.unlock();
        }
    }

    private boolean locked(long nanos) {
        try {
            return fetching.tryLock(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was not awaited: interrupted", e);
        }
    }

    @Override
    public boolean renew(@Nullable String refused) {
        OAuthToken present = token;
        if (present != null && present.header().equals(refused)) {
            token = null;
        }
        return true;
    }

    private OAuthToken fetch(Deadline deadline) {
        String login =
                encode(oauth.clientId()) + ":" + encode(oauth.clientSecret().value());
        String basic = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        String scope = oauth.scope();
        String form = "grant_type=client_credentials" + (scope == null ? "" : "&scope=" + encode(scope));
        HttpResponse<byte[]> response;
        try {
            response = http.send(oauth.endpoint(), form, FORM, Map.of("Authorization", basic), deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was not awaited: interrupted", e);
        } catch (TimeoutException e) {
            throw failure("did not answer in time (setting '" + RegistrySettings.REQUEST_TIMEOUT_MS + "')", e);
        } catch (ExecutionException e) {
            throw failure("cannot be reached: " + FailureReason.of(e.getCause()), e);
        }
        int status = response.statusCode();
        if (status == 200) {
            OAuthToken fetched = OAuthToken.parse(response.body(), oauth.renewBefore());
            if (fetched != null) {
                return fetched;
            }
            throw failure("answered without an access token", null);
        }
        if (status >= 500 || status == 429) {
            throw failure("answered " + status, null);
        }
        throw new UnauthorizedException(
                describe("answered " + status + OAuthToken.error(response.body()) + " (settings '"
                        + RegistrySettings.BEARER_AUTH_CLIENT_ID + "', '" + RegistrySettings.BEARER_AUTH_CLIENT_SECRET
                        + "', '" + RegistrySettings.BEARER_AUTH_SCOPE + "')"),
                status,
                call().setting(RegistrySettings.BEARER_AUTH_CLIENT_ID));
    }

    private RegistryUnreachableException failure(String what, @Nullable Exception cause) {
        return new RegistryUnreachableException(describe(what), 0, call(), cause);
    }

    private FailedCall call() {
        return new FailedCall(null, oauth.endpoint().toString(), RegistrySettings.BEARER_AUTH_ISSUER_ENDPOINT_URL);
    }

    private String describe(String what) {
        return redact("The token endpoint " + oauth.endpoint() + " of the schema registry " + what
                + ". Its address is set by '" + RegistrySettings.BEARER_AUTH_ISSUER_ENDPOINT_URL + "'.");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
        List<Secret> secrets = new ArrayList<>(settings.secrets());
        OAuthToken present = token;
        if (present != null) {
            secrets.add(new Secret(present.value()));
        }
        return new Redaction(secrets).of(text);
    }
}
