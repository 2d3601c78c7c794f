package io.tidings.messaging.owner;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Two rows of numbers need no parser of JSON; white space may be anywhere between. */
final class ChecksumJson {

    private static final String ALGORITHM = "sha-256";
    private static final Pattern DOCUMENT = Pattern.compile("\\{\\s*\"algorithm\"\\s*:\\s*\"([^\"]*)\"\\s*,"
            + "\\s*\"counts\"\\s*:\\s*\\[([\\d,\\s]*)]\\s*,\\s*\"sums\"\\s*:\\s*\\[([\\da-f,\"\\s]*)]\\s*}");
    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");
    private static final Pattern SUM = Pattern.compile("\"[\\da-f]{16}\"");

    private ChecksumJson() {}

    static String write(long[] counts, long[] sums) {
        return "{\"algorithm\":\"" + ALGORITHM + "\",\"counts\":["
                + Arrays.stream(counts).mapToObj(Long::toString).collect(Collectors.joining(","))
                + "],\"sums\":["
                + Arrays.stream(sums)
                        .mapToObj(sum -> "\"" + HexFormat.of().toHexDigits(sum) + "\"")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    static long[] counts(String json) {
        return numbers(document(json).group(2), COUNT, Long::parseLong);
    }

    static long[] sums(String json) {
        return numbers(
                document(json).group(3), SUM, text -> Long.parseUnsignedLong(text.substring(1, text.length() - 1), 16));
    }

    private static Matcher document(String json) {
        Matcher document = DOCUMENT.matcher(json.strip());
        if (!document.matches()) {
            throw new IllegalArgumentException("This is no table of checksums: " + shortened(json));
        }
        if (!document.group(1).equals(ALGORITHM)) {
            throw new IllegalArgumentException("These checksums were computed with '" + document.group(1)
                    + "', which is not known here; '" + ALGORITHM + "' is");
        }
        return document;
    }

    private static long[] numbers(String list, Pattern form, ToLongFunction<String> number) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .mapToLong(text -> {
                    if (!form.matcher(text).matches()) {
                        throw new IllegalArgumentException("A table of checksums has no '" + shortened(text) + "'");
                    }
                    return number.applyAsLong(text);
                })
                .toArray();
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
