package io.tidings.site.example;

import io.tidings.asyncapi.source.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** A value of an Avro schema in plain JSON, times as people write them. */
final class AvroExample {
    /** Deeper than this, optional things are left out. */
    private static final int DEEPEST = 12;

    private static final String DIGITS = "1234567890";

    private static final Map<String, String> TIMES = Map.of(
            "date", "2026-11-22",
            "time-millis", "20:15:00.000",
            "time-micros", "20:15:00.000000",
            "timestamp-millis", "2026-11-22T20:15:00.000Z",
            "timestamp-micros", "2026-11-22T20:15:00.000000Z",
            "timestamp-nanos", "2026-11-22T20:15:00.000000000Z",
            "local-timestamp-millis", "2026-11-22T20:15:00.000",
            "local-timestamp-micros", "2026-11-22T20:15:00.000000",
            "local-timestamp-nanos", "2026-11-22T20:15:00.000000000");

    private final Set<String> open = new HashSet<>();

    Node of(Schema schema) {
        return value(schema, schema.getType() == Schema.Type.RECORD ? schema.getName() : "text");
    }

    private Node value(Schema schema, String name) {
        LogicalType logical = schema.getLogicalType();
        String time = logical == null ? null : TIMES.get(logical.getName());
        if (time != null) {
            return Values.scalar(time);
        }
        if (logical instanceof LogicalTypes.Decimal decimal) {
            return decimal(decimal);
        }
        return switch (schema.getType()) {
            case NULL -> Values.scalar(null);
            case BOOLEAN -> Values.scalar(true);
            case INT, LONG -> Values.whole(1);
            case FLOAT, DOUBLE -> Values.number("1.5");
            case STRING -> Values.scalar(isUuid(logical) ? "0192f0c1-2ab3-7c4d-8e5f-60718293a4b5" : name);
            case BYTES -> Values.scalar("bytes");
            case FIXED -> Values.scalar("x".repeat(schema.getFixedSize()));
            case ENUM -> Values.scalar(schema.getEnumSymbols().get(0));
            case ARRAY -> holds(schema.getElementType()) ? empty() : one(schema.getElementType(), name);
            case MAP ->
                holds(schema.getValueType())
                        ? Values.object(Map.of())
                        : Values.object(Map.of("key", value(schema.getValueType(), name)));
            case UNION -> union(schema, name);
            case RECORD -> record(schema);
        };
    }

    private static boolean isUuid(@Nullable LogicalType logical) {
        return logical != null && logical.getName().equals("uuid");
    }

    /** Digits as they come: 12.34 for a precision of 4 and a scale of 2. */
    private static Node decimal(LogicalTypes.Decimal decimal) {
        int length = Math.min(Math.min(decimal.getPrecision(), decimal.getScale() + 2), DIGITS.length());
        String digits = DIGITS.substring(0, Math.max(1, length));
        return Values.scalar(new BigDecimal(new BigInteger(digits), decimal.getScale()));
    }

    private Node one(Schema items, String name) {
        return Values.array(List.of(value(items, name)));
    }

    private static Node empty() {
        return Values.array(new ArrayList<>());
    }

    private Node record(Schema schema) {
        open.add(schema.getFullName());
        Map<String, Node> fields = new LinkedHashMap<>();
        schema.getFields().forEach(field -> fields.put(field.name(), value(field.schema(), field.name())));
        open.remove(schema.getFullName());
        return Values.object(fields);
    }

    /** The first branch that is not null, and that does not lead back to where this stands. */
    private Node union(Schema schema, String name) {
        for (Schema branch : schema.getTypes()) {
            if (branch.getType() != Schema.Type.NULL && !holds(branch)) {
                return value(branch, name);
            }
        }
        return Values.scalar(null);
    }

    private boolean holds(Schema schema) {
        return open.size() > DEEPEST || (schema.getType() == Schema.Type.RECORD && open.contains(schema.getFullName()));
    }
}
