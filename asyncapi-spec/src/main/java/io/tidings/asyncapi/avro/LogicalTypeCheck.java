package io.tidings.asyncapi.avro;

import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Logical types: what does not fit is only warned of, because every implementation then reads the plain type. */
final class LogicalTypeCheck {
    private static final String CODE = "avro-logical-type";
    private static final Map<String, List<String>> UNDERLYING = Map.ofEntries(
            Map.entry("decimal", List.of("bytes", "fixed")),
            Map.entry("big-decimal", List.of("bytes")),
            Map.entry("uuid", List.of("string", "fixed")),
            Map.entry("date", List.of("int")),
            Map.entry("time-millis", List.of("int")),
            Map.entry("time-micros", List.of("long")),
            Map.entry("timestamp-millis", List.of("long")),
            Map.entry("timestamp-micros", List.of("long")),
            Map.entry("timestamp-nanos", List.of("long")),
            Map.entry("local-timestamp-millis", List.of("long")),
            Map.entry("local-timestamp-micros", List.of("long")),
            Map.entry("local-timestamp-nanos", List.of("long")),
            Map.entry("duration", List.of("fixed")));

    private LogicalTypeCheck() {}

    static void check(ObjectNode node, Diagnostics diagnostics) {
        Node written = node.get("logicalType").orElse(null);
        String name = written == null ? null : written.text().orElse(null);
        List<String> allowed = name == null ? null : UNDERLYING.get(name);
        if (written == null || allowed == null) {
            return;
        }
        String type = node.string("type").orElse("");
        if (!allowed.contains(type)) {
            diagnostics.warning(
                    CODE,
                    "'" + name + "' stands on " + String.join(" or ", allowed) + ", not on '" + type
                            + "': it is ignored",
                    written,
                    "make it " + String.join(" or ", allowed));
        } else if ("decimal".equals(name)) {
            decimal(node, written, diagnostics);
        }
    }

    private static void decimal(ObjectNode node, Node written, Diagnostics diagnostics) {
        BigInteger precision = integer(node, "precision");
        BigInteger scale = node.members().containsKey("scale") ? integer(node, "scale") : BigInteger.ZERO;
        if (precision.signum() <= 0) {
            diagnostics.warning(
                    CODE,
                    "a decimal needs a positive 'precision': without it, it is ignored",
                    node.get("precision").orElse(written),
                    "add \"precision\"");
        } else if (scale.signum() < 0 || scale.compareTo(precision) > 0) {
            diagnostics.warning(
                    CODE,
                    "the 'scale' of a decimal lies between 0 and its precision: it is ignored",
                    node.get("scale").orElse(written),
                    null);
        }
    }

    /** The number, or -1 where there is none. */
    private static BigInteger integer(ObjectNode node, String name) {
        return node.get(name).orElse(null) instanceof ScalarNode s && s.value() instanceof BigInteger i
                ? i
                : BigInteger.ONE.negate();
    }
}
