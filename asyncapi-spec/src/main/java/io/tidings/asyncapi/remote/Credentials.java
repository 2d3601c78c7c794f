package io.tidings.asyncapi.remote;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Keeps what opens doors out of reports: users and passwords in URLs, and the tokens in their queries. */
public final class Credentials {
    private static final Pattern SECRET = Pattern.compile(
            "(?<=://)[^/?#@\\s\"'<>]+(?=@)|(?i:(?<=[?&](?:access_token|token|api_key|apikey|key|sig|signature|password|"
                    + "secret|auth|x-amz-signature|x-amz-security-token|x-goog-signature)=)[^&#\\s\"'<>]+)");

    private Credentials() {}

    /** The text with an asterisk for each character of a secret, so that columns stay where they are. */
    public static String masked(String text) {
        return text.indexOf("://") < 0 ? text : SECRET.matcher(text).replaceAll(Credentials::asterisks);
    }

    private static String asterisks(MatchResult secret) {
        return "*".repeat(secret.end() - secret.start());
    }
}
