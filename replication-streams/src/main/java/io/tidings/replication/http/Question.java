package io.tidings.replication.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked, taken apart.
 *
 * @param path its segments, decoded
 * @param parameters decoded
 * @param timeoutHeader of another instance: how long it waits, in milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Question(
        String method, List<String> path, Map<String, String> parameters, Optional<String> timeoutHeader, byte[] body) {

    /**
     * Takes a URI apart.
     *
     * @throws HttpProblem if it cannot be understood
     */
    static Question of(String method, URI uri, Optional<String> timeoutHeader, byte[] body) {
        List<String> path = new ArrayList<>();
        String raw = uri.getRawPath();
        if (raw == null || !raw.startsWith("/")) {
            throw HttpProblem.badRequest("'" + uri + "' has no path", null);
        }
        for (String segment : raw.split("/", -1)) {
            path.add(decoded(segment.replace("+", "%2B")));
        }
        // What stands before the first slash, and behind the last, is nothing.
        path.remove(0);
        if (!path.isEmpty() && path.get(path.size() - 1).isEmpty()) {
            path.remove(path.size() - 1);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        String query = uri.getRawQuery();
        if (query != null && !query.isEmpty()) {
            for (String parameter : query.split("&", -1)) {
                int equals = parameter.indexOf('=');
                String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
                String value = equals < 0 ? "" : decoded(parameter.substring(equals + 1));
                if (parameters.putIfAbsent(name, value) != null) {
                    throw HttpProblem.badRequest("The parameter '" + name + "' is given twice", null);
                }
            }
        }
        return new Question(method, List.copyOf(path), parameters, timeoutHeader, body);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw HttpProblem.badRequest("'" + text + "' is not encoded as a URL is", e);
        }
    }

    /** Refuses what nobody would look at: a parameter that was misspelt would change the answer unnoticed. */
    void only(String... names) {
        for (String name : parameters.keySet()) {
            if (!Set.of(names).contains(name)) {
                throw HttpProblem.badRequest("There is no parameter '" + name + "'; there are " + List.of(names), null);
            }
        }
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** A whole number of at least 1. */
    int count(String name, int otherwise, int most) {
        Optional<String> text = parameter(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int count = Integer.parseInt(text.get());
            if (count >= 1 && count <= most) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw HttpProblem.badRequest("'" + name + "' is a number from 1 to " + most, e);
        }
        throw HttpProblem.badRequest("'" + name + "' is a number from 1 to " + most, null);
    }

    /** How long the answer may take: {@code timeout}, in milliseconds. */
    Duration timeout(Duration most) {
        int limit = Math.toIntExact(Math.min(Integer.MAX_VALUE, most.toMillis()));
        return Duration.ofMillis(count("timeout", limit, limit));
    }
}
