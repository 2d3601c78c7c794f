package io.tidings.examples.support;

import io.tidings.examples.support.JsonServer.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What HTTP says about something that changes while clients look at it. Without side effects. */
public final class Polling {

    /** An entity tag that was made of a version (RFC 9110, section 8.8.3); a proxy may have made it weak. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    /** {@code Prefer: wait=10} (RFC 7240, section 4.3), among other preferences. */
    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?", Pattern.CASE_INSENSITIVE);

    private Polling() {}

    /** The entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Whether the client says, with {@code If-None-Match}, that it has this version. */
    public static boolean known(Request request, long version) {
        Matcher tags = TAG.matcher(request.header("If-None-Match").orElse(""));
        while (tags.find()) {
            if (Long.parseLong(tags.group(1)) == version) {
                return true;
            }
        }
        return false;
    }

    /** Whether the client has some version and wants to know of another. */
    public static boolean conditional(Request request) {
        return request.header("If-None-Match").isPresent();
    }

    /**
     * The version that the client insists on with {@code If-Match}; empty if on none.
     *
     * @throws IllegalArgumentException if what it names is none of ours
     */
    public static OptionalLong required(Request request) {
        Optional<String> tag =
                request.header("If-Match").filter(text -> !text.strip().equals("*"));
        if (tag.isEmpty()) {
            return OptionalLong.empty();
        }
        Matcher matcher = TAG.matcher(tag.get().strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("If-Match takes an ETag as it was given out, such as " + tag(1));
        }
        return OptionalLong.of(Long.parseLong(matcher.group(1)));
    }

    /**
     * How long the client will wait for an answer, with {@code ?wait=SECONDS} or {@code Prefer: wait=SECONDS}.
     *
     * @param longest it waits no longer, whatever it says
     * @return zero if it does not wait
     * @throws IllegalArgumentException if that is no number of seconds
     */
    public static Duration patience(Request request, Duration longest) {
        Optional<String> query = request.query("wait");
        if (query.isPresent() && !query.get().matches("\\d{1,9}")) {
            throw new IllegalArgumentException("'wait' is a whole number of seconds, not '" + query.get() + "'");
        }
        Matcher preference = WAIT.matcher(request.header("Prefer").orElse(""));
        String seconds = query.orElseGet(() -> preference.find() ? preference.group(1) : "0");
        Duration asked = Duration.ofSeconds(Long.parseLong(seconds));
        return asked.compareTo(longest) < 0 ? asked : longest;
    }

    /**
     * The last event a client has seen before it was cut off; 0 if none, or none of ours. A browser's {@code EventSource} sends the
     * header by itself.
     */
    public static long lastEventId(Request request) {
        String id = request.header("Last-Event-ID").orElse("");
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }
}
