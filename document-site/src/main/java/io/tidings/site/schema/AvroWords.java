package io.tidings.site.schema;

import io.tidings.site.schema.Shape.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Avro's types in plain words; what they are to Avro is a fact beside them. */
final class AvroWords {
    private static final Map<String, String> LOGICAL = Map.ofEntries(
            Map.entry("date", "date"),
            Map.entry("time-millis", "time of day, to the millisecond"),
            Map.entry("time-micros", "time of day, to the microsecond"),
            Map.entry("timestamp-millis", "instant, to the millisecond"),
            Map.entry("timestamp-micros", "instant, to the microsecond"),
            Map.entry("timestamp-nanos", "instant, to the nanosecond"),
            Map.entry("local-timestamp-millis", "date and time without a zone, to the millisecond"),
            Map.entry("local-timestamp-micros", "date and time without a zone, to the microsecond"),
            Map.entry("local-timestamp-nanos", "date and time without a zone, to the nanosecond"),
            Map.entry("uuid", "UUID"),
            Map.entry("big-decimal", "decimal number of any precision"),
            Map.entry("duration", "duration in months, days and milliseconds"));

    private AvroWords() {}

    static String of(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical instanceof LogicalTypes.Decimal decimal) {
            return "decimal number of " + digits(decimal.getPrecision())
                    + (decimal.getScale() == 0 ? "" : ", " + decimal.getScale() + " of them after the point");
        }
        String words = logical == null ? null : LOGICAL.get(logical.getName());
        if (words != null) {
            return words;
        }
        return switch (schema.getType()) {
            case FIXED -> schema.getName() + ", " + schema.getFixedSize() + " bytes";
            case INT -> "int";
            default -> schema.getType().getName();
        };
    }

    private static String digits(int precision) {
        return precision == 1 ? "1 digit" : "up to " + precision + " digits";
    }

    /** What is behind the words, where it is not said by them. */
    static List<Fact> facts(Schema schema, @Nullable String around) {
        List<Fact> facts = new ArrayList<>();
        Object logical = schema.getObjectProp(LogicalType.LOGICAL_TYPE_PROP);
        String type = schema.getType() == Schema.Type.FIXED
                ? "fixed(" + schema.getFixedSize() + ")"
                : schema.getType().getName();
        if (logical != null) {
            facts.add(Fact.of("encoded as", type + ", " + logical));
        }
        if (schema.getType() == Schema.Type.FIXED) {
            facts.addAll(names(schema, around));
        }
        return facts;
    }

    /** The full name of a named type, where its namespace is another than that around it, and its aliases. */
    static List<Fact> names(Schema schema, @Nullable String around) {
        List<Fact> facts = new ArrayList<>();
        if (!Objects.equals(schema.getNamespace(), around)) {
            facts.add(Fact.of("full name", schema.getFullName()));
        }
        if (!schema.getAliases().isEmpty()) {
            facts.add(new Fact(
                    "also known as", schema.getAliases().stream().sorted().toList()));
        }
        return facts;
    }
}
