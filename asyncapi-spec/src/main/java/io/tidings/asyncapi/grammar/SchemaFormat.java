package io.tidings.asyncapi.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code schemaFormat} names: a media type (RFC 9110, 8.3.1), compared without regard to case, spaces around
 * semicolons and the order of parameters.
 *
 * @param type in lower case, without its suffix, such as {@code application/vnd.apache.avro}
 * @param suffix in lower case, such as {@code json}; empty where there is none
 * @param parameters by name in lower case, values unquoted
 */
public record SchemaFormat(String type, String suffix, Map<String, String> parameters) {
    private static final String AVRO = "application/vnd.apache.avro";
    private static final List<String> JSON_SCHEMA = List.of("application/vnd.aai.asyncapi", "application/schema");

    /** All that the tables of AsyncAPI 2.0 to 3.1 name; others are legal, but nobody else's to read. */
    private static final List<String> OTHERS =
            List.of("application/vnd.oai.openapi", "application/raml", "application/vnd.google.protobuf");

    /** Values are read as people write them: {@code draft/2020-12} is no token, but unmistakable. */
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*;\\s*(?:([^;=\"\\s]+)\\s*=\\s*([^;\"\\s]+|\"(?:[^\"\\\\]|\\\\.)*\"))?");

    private static final Pattern AVRO_VERSIONS =
            Pattern.compile("1\\.8\\.2|1\\.9\\.[0-2]|1\\.10\\.[0-2]|1\\.11\\.[0-9]|1\\.12\\.[0-9]");

    public SchemaFormat {
        parameters = Map.copyOf(parameters);
    }

    /** Takes a format apart; what is no media type is a type of its own. */
    public static SchemaFormat of(String text) {
        int semicolon = text.indexOf(';');
        String essence =
                (semicolon < 0 ? text : text.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        Map<String, String> parameters = new HashMap<>();
        if (semicolon >= 0) {
            Matcher matcher = PARAMETER.matcher(text);
            int at = semicolon;
            while (at < text.length() && matcher.find(at) && matcher.start() == at && matcher.end() > at) {
                if (matcher.group(1) != null) {
                    parameters.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), unquoted(matcher.group(2)));
                }
                at = matcher.end();
            }
            if (!text.substring(at).isBlank()) {
                return new SchemaFormat(text.strip().toLowerCase(Locale.ROOT), "", Map.of());
            }
        }
        int plus = essence.lastIndexOf('+');
        return plus < 0
                ? new SchemaFormat(essence, "", parameters)
                : new SchemaFormat(essence.substring(0, plus), essence.substring(plus + 1), parameters);
    }

    public boolean isAvro() {
        return type.equals(AVRO) && suffixIsText();
    }

    /** JSON Schema, or AsyncAPI's own superset of it. */
    public boolean isJsonSchema() {
        return JSON_SCHEMA.contains(type) && suffixIsText();
    }

    /** The version of the language, where one is named. */
    public Optional<String> version() {
        return Optional.ofNullable(parameters.get("version"));
    }

    /** Whether the version, if there is one, is one of which something is known. */
    public boolean versionKnown() {
        return !isAvro()
                || version().map(v -> AVRO_VERSIONS.matcher(v).matches()).orElse(true);
    }

    /** A format of AsyncAPI's tables that this one, which is not among them, was probably meant to be. */
    public Optional<String> near() {
        boolean known = isAvro() || isJsonSchema() || OTHERS.contains(type);
        List<String> all = java.util.stream.Stream.of(List.of(AVRO), JSON_SCHEMA, OTHERS)
                .flatMap(List::stream)
                .toList();
        return known
                ? Optional.empty()
                : all.stream().filter(other -> nearly(type, other)).findFirst();
    }

    /** At most two neighbouring letters differ: media types are long, and many differ by a third. */
    private static boolean nearly(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int longer = Math.max(a.length(), b.length());
        int front = 0;
        while (front < shorter && a.charAt(front) == b.charAt(front)) {
            front++;
        }
        int back = 0;
        while (back < shorter - front && a.charAt(a.length() - 1 - back) == b.charAt(b.length() - 1 - back)) {
            back++;
        }
        return longer - front - back <= 2;
    }

    private boolean suffixIsText() {
        return suffix.isEmpty() || suffix.equals("json") || suffix.equals("yaml");
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }
}
