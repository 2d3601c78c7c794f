package io.tidings.site.example;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/** Texts and numbers of a JSON Schema. */
final class JsonScalars {
    private static final int LONGEST = 200;

    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("date-time", "2026-11-22T20:15:00Z"),
            Map.entry("date", "2026-11-22"),
            Map.entry("time", "20:15:00Z"),
            Map.entry("duration", "PT15M"),
            Map.entry("uuid", "0192f0c1-2ab3-7c4d-8e5f-60718293a4b5"),
            Map.entry("email", "someone@example.com"),
            Map.entry("idn-email", "someone@example.com"),
            Map.entry("hostname", "example.com"),
            Map.entry("idn-hostname", "example.com"),
            Map.entry("ipv4", "192.0.2.1"),
            Map.entry("ipv6", "2001:db8::1"),
            Map.entry("uri", "https://example.com/"),
            Map.entry("url", "https://example.com/"),
            Map.entry("iri", "https://example.com/"),
            Map.entry("uri-reference", "/path"),
            Map.entry("iri-reference", "/path"),
            Map.entry("json-pointer", "/path"),
            Map.entry("byte", "dGV4dA=="),
            Map.entry("regex", "[a-z]+"));

    private JsonScalars() {}

    /** A text; one that has to match an expression is not made. */
    static Optional<Node> string(ObjectNode schema, String name) {
        if (schema.get("pattern").isPresent()) {
            return Optional.empty();
        }
        String format = schema.string("format").orElse("");
        String text = FORMATS.getOrDefault(format, name);
        long least = limit(schema, "minLength", 0);
        long most = limit(schema, "maxLength", LONGEST);
        int length = text.codePointCount(0, text.length());
        if (length >= least && length <= most) {
            return Optional.of(Values.scalar(text));
        }
        if (FORMATS.containsKey(format) || least > LONGEST || most < least) {
            return Optional.empty();
        }
        return Optional.of(Values.scalar("x".repeat((int) Math.max(least, Math.min(most, 1)))));
    }

    /** The least number that is allowed, or one beside it. */
    static Optional<Node> number(ObjectNode schema, boolean whole) {
        BigDecimal step =
                number(schema, "multipleOf").filter(s -> s.signum() > 0).orElse(BigDecimal.ONE);
        BigDecimal value = number(schema, "minimum")
                .or(() -> number(schema, "exclusiveMinimum").map(least -> least.add(step)))
                .or(() -> number(schema, "maximum"))
                .or(() -> number(schema, "exclusiveMaximum").map(most -> most.subtract(step)))
                .orElse(BigDecimal.ONE);
        BigDecimal grid = whole && step.stripTrailingZeros().scale() > 0 ? BigDecimal.ONE : step;
        boolean onGrid = whole || schema.get("multipleOf").isPresent();
        BigDecimal made = onGrid ? value.divide(grid, 0, RoundingMode.CEILING).multiply(grid) : value;
        return allowed(schema, made) ? Optional.of(Values.scalar(plain(made))) : Optional.empty();
    }

    private static Object plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() <= 0 ? (Object) new BigInteger(stripped.toPlainString()) : stripped;
    }

    private static boolean allowed(ObjectNode schema, BigDecimal value) {
        boolean aboveAll = number(schema, "minimum")
                        .filter(least -> value.compareTo(least) < 0)
                        .isEmpty()
                && number(schema, "exclusiveMinimum")
                        .filter(least -> value.compareTo(least) <= 0)
                        .isEmpty();
        boolean belowAll = number(schema, "maximum")
                        .filter(most -> value.compareTo(most) > 0)
                        .isEmpty()
                && number(schema, "exclusiveMaximum")
                        .filter(most -> value.compareTo(most) >= 0)
                        .isEmpty();
        boolean step = number(schema, "multipleOf")
                .filter(s -> s.signum() > 0 && value.remainder(s).signum() != 0)
                .isEmpty();
        return aboveAll && belowAll && step;
    }

    static long limit(ObjectNode schema, String keyword, long otherwise) {
        return number(schema, keyword).map(BigDecimal::longValue).orElse(otherwise);
    }

    private static Optional<BigDecimal> number(ObjectNode schema, String keyword) {
        Object value = schema.get(keyword).orElse(null) instanceof ScalarNode scalar ? scalar.value() : null;
        if (value instanceof BigInteger integer) {
            return Optional.of(new BigDecimal(integer));
        }
        return value instanceof BigDecimal decimal ? Optional.of(decimal) : Optional.empty();
    }
}
