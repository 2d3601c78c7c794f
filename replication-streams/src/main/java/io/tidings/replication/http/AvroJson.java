package io.tidings.replication.http;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Avro data as JSON that people and other programs expect: without the type tags that Avro's own JSON encoding puts around the
 * members of unions. Dates and times are ISO 8601 texts, decimals texts, since most readers of JSON would round them, bytes
 * Base64, what is no number {@code "NaN"}, {@code "Infinity"} or {@code "-Infinity"}.
 */
final class AvroJson {

    private static final int MILLIS = 1_000;
    private static final int MICROS = 1_000_000;
    private static final long NANOS = 1_000_000_000;

    private final JsonGenerator json;

    AvroJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a record. */
    void write(IndexedRecord datum) {
        json.writeStartObject();
        for (Schema.Field field : datum.getSchema().getFields()) {
            json.writeName(field.name());
            write(field.schema(), datum.get(field.pos()));
        }
        json.writeEndObject();
    }

    /** Writes any value. Generated classes hold logical types as Java's classes or as what they are made of: both are known. */
    void write(@Nullable Schema schema, @Nullable Object datum) {
        if (datum == null) {
            json.writeNull();
        } else if (datum instanceof IndexedRecord nested) {
            write(nested);
        } else if (datum instanceof Map<?, ?> map) {
            json.writeStartObject();
            Schema values = part(schema, Schema.Type.MAP);
            map.forEach((key, value) -> {
                json.writeName(String.valueOf(key));
                write(values, value);
            });
            json.writeEndObject();
        } else if (datum instanceof Collection<?> elements) {
            json.writeStartArray();
            Schema element = part(schema, Schema.Type.ARRAY);
            elements.forEach(value -> write(element, value));
            json.writeEndArray();
        } else {
            scalar(schema, datum);
        }
    }

    private void scalar(@Nullable Schema schema, Object datum) {
        if (datum instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (datum instanceof Integer || datum instanceof Long) {
            whole(schema, ((Number) datum).longValue());
        } else if (datum instanceof Number number && !(datum instanceof BigDecimal)) {
            fraction(number);
        } else if (datum instanceof ByteBuffer bytes) {
            ByteBuffer copy = bytes.duplicate();
            byte[] content = new byte[copy.remaining()];
            copy.get(content);
            binary(schema, content);
        } else if (datum instanceof GenericFixed fixed) {
            binary(schema, fixed.bytes());
        } else if (datum instanceof byte[] bytes) {
            binary(schema, bytes);
        } else if (datum instanceof BigDecimal decimal) {
            json.writeString(decimal.toPlainString());
        } else {
            // Texts, enums, UUIDs, and the classes of java.time, whose texts are ISO 8601.
            json.writeString(datum.toString());
        }
    }

    private void fraction(Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            json.writeString(Double.toString(value));
        } else if (number instanceof Float single) {
            json.writeNumber(single);
        } else {
            json.writeNumber(value);
        }
    }

    private void whole(@Nullable Schema schema, long value) {
        LogicalType logical = logical(schema, Schema.Type.LONG, Schema.Type.INT);
        TemporalAccessor time = logical == null ? null : timeOrNull(logical.getName(), value);
        if (time == null) {
            json.writeNumber(value);
        } else {
            json.writeString(time.toString());
        }
    }

    /** What is no time of the day is shown as the number it is. */
    private static @Nullable TemporalAccessor timeOrNull(String logical, long value) {
        try {
            return time(logical, value);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable TemporalAccessor time(String logical, long value) {
        return switch (logical) {
            case "date" -> LocalDate.ofEpochDay(value);
            case "time-millis" -> LocalTime.ofNanoOfDay(value * (NANOS / MILLIS));
            case "time-micros" -> LocalTime.ofNanoOfDay(value * (NANOS / MICROS));
            case "timestamp-millis" -> instant(value, MILLIS);
            case "timestamp-micros" -> instant(value, MICROS);
            case "timestamp-nanos" -> instant(value, NANOS);
            case "local-timestamp-millis" -> LocalDateTime.ofInstant(instant(value, MILLIS), ZoneOffset.UTC);
            case "local-timestamp-micros" -> LocalDateTime.ofInstant(instant(value, MICROS), ZoneOffset.UTC);
            case "local-timestamp-nanos" -> LocalDateTime.ofInstant(instant(value, NANOS), ZoneOffset.UTC);
            default -> null;
        };
    }

    private static Instant instant(long value, long perSecond) {
        return Instant.ofEpochSecond(
                Math.floorDiv(value, perSecond), Math.floorMod(value, perSecond) * (NANOS / perSecond));
    }

    private void binary(@Nullable Schema schema, byte[] bytes) {
        LogicalType logical = logical(schema, Schema.Type.BYTES, Schema.Type.FIXED);
        if (logical instanceof LogicalTypes.Decimal decimal && bytes.length > 0) {
            json.writeString(new BigDecimal(new BigInteger(bytes), decimal.getScale()).toPlainString());
        } else if (logical != null && logical.getName().equals("uuid") && bytes.length == 2 * Long.BYTES) {
            ByteBuffer halves = ByteBuffer.wrap(bytes);
            json.writeString(new UUID(halves.getLong(), halves.getLong()).toString());
        } else {
            json.writeString(Base64.getEncoder().encodeToString(bytes));
        }
    }

    private static @Nullable LogicalType logical(@Nullable Schema schema, Schema.Type... kinds) {
        for (Schema.Type kind : kinds) {
            Schema found = branch(schema, kind);
            if (found != null) {
                return found.getLogicalType();
            }
        }
        return null;
    }

    private static @Nullable Schema part(@Nullable Schema schema, Schema.Type kind) {
        Schema found = branch(schema, kind);
        if (found == null) {
            return null;
        }
        return kind == Schema.Type.MAP ? found.getValueType() : found.getElementType();
    }

    /** The schema itself or the member of a union that is of a kind: but for named types, a union has one of each kind. */
    private static @Nullable Schema branch(@Nullable Schema schema, Schema.Type kind) {
        if (schema == null || schema.getType() == kind) {
            return schema;
        }
        if (schema.getType() == Schema.Type.UNION) {
            for (Schema member : schema.getTypes()) {
                if (member.getType() == kind) {
                    return member;
                }
            }
        }
        return null;
    }
}
