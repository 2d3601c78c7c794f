package io.tidings.compat.avro;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Whether what was read means what was written, by values alone: it knows nothing of the rules under test. */
final class Meaning {

    /** How a value changed. */
    enum Change {
        /** Another number. */
        NUMBER,
        /** Other bytes or characters. */
        TEXT,
        /** Another symbol. */
        SYMBOL,
        /** Not the same instant, day, or amount; or only one side knows that it is one. */
        LOGICAL,
        /** More digits than the reader says there can be. */
        DIGITS,
        /** A default that is not the one the reader declares. */
        DEFAULT,
        /** A type of another name. */
        NAME,
        /** Another kind of value altogether. */
        KIND
    }

    private final Set<Change> changes = EnumSet.noneOf(Change.class);

    private Meaning() {}

    /**
     * What changed.
     *
     * @param rewritten the writer's schema by the reader's aliases
     */
    static Set<Change> changes(
            Schema reader, @Nullable Object read, Schema writer, Schema rewritten, @Nullable Object written) {
        Meaning meaning = new Meaning();
        meaning.compare(reader, read, writer, rewritten, written);
        return meaning.changes;
    }

    private void compare(
            Schema reader, @Nullable Object read, Schema writer, Schema rewritten, @Nullable Object written) {
        if (writer.isUnion()) {
            int branch = GenericData.get().resolveUnion(writer, written);
            compare(
                    reader,
                    read,
                    writer.getTypes().get(branch),
                    rewritten.getTypes().get(branch),
                    written);
        } else if (reader.isUnion()) {
            Schema branch = reader.getTypes().get(GenericData.get().resolveUnion(reader, read));
            boolean elsewhere = !branch.getFullName().equals(rewritten.getFullName())
                    && reader.getIndexNamed(rewritten.getFullName()) != null;
            if (elsewhere) {
                changes.add(Change.NAME);
            }
            compare(branch, read, writer, rewritten, written);
        } else if (reader.getType() == writer.getType()) {
            same(reader, read, writer, rewritten, written);
        } else {
            value(reader, read, writer, written);
        }
    }

    private void same(Schema reader, @Nullable Object read, Schema writer, Schema rewritten, @Nullable Object written) {
        if (TypeNames.named(reader) && !reader.getName().equals(rewritten.getName())) {
            changes.add(Change.NAME);
        }
        switch (reader.getType()) {
            case RECORD -> {
                for (Schema.Field field : reader.getFields()) {
                    Schema.Field other = rewritten.getField(field.name());
                    if (other != null) {
                        compare(
                                field.schema(),
                                ((GenericRecord) Objects.requireNonNull(read)).get(field.pos()),
                                writer.getFields().get(other.pos()).schema(),
                                other.schema(),
                                ((GenericRecord) Objects.requireNonNull(written)).get(other.pos()));
                    } else {
                        declared(
                                FieldDefault.value(field),
                                ((GenericRecord) Objects.requireNonNull(read)).get(field.pos()));
                    }
                }
            }
            case ARRAY -> {
                Iterator<?> items = ((Collection<?>) Objects.requireNonNull(read)).iterator();
                for (Object item : (Collection<?>) Objects.requireNonNull(written)) {
                    compare(
                            reader.getElementType(),
                            items.next(),
                            writer.getElementType(),
                            rewritten.getElementType(),
                            item);
                }
            }
            case MAP -> {
                for (Object item : ((Map<?, ?>) Objects.requireNonNull(written)).values()) {
                    Object value = ((Map<?, ?>) Objects.requireNonNull(read))
                            .values()
                            .iterator()
                            .next();
                    compare(reader.getValueType(), value, writer.getValueType(), rewritten.getValueType(), item);
                }
            }
            default -> value(reader, read, writer, written);
        }
    }

    /** A default is declared as JSON, so it is compared with what such JSON can be. */
    private void declared(Object value, @Nullable Object read) {
        if (value instanceof Map<?, ?> members && read instanceof GenericRecord datum) {
            for (Schema.Field field : datum.getSchema().getFields()) {
                Object member = members.get(field.name());
                declared(member == null ? FieldDefault.value(field) : member, datum.get(field.pos()));
            }
            if (members.keySet().stream().anyMatch(name -> !datum.hasField(name.toString()))) {
                changes.add(Change.DEFAULT);
            }
            return;
        }
        boolean same = value == JsonProperties.NULL_VALUE
                ? read == null
                : value instanceof byte[] bytes
                        ? Arrays.equals(bytes, bytes(read))
                        : value instanceof CharSequence
                                ? value.toString().equals(String.valueOf(read))
                                : value instanceof Number
                                        ? read instanceof Number
                                        : value instanceof Boolean
                                                ? value.equals(read)
                                                : value instanceof Collection<?>
                                                        ? read instanceof Collection<?>
                                                        : value instanceof Map<?, ?> && read instanceof Map<?, ?>;
        if (!same) {
            changes.add(Change.DEFAULT);
        }
    }

    private void value(Schema reader, @Nullable Object read, Schema writer, @Nullable Object written) {
        if (!logical(writer).equals(logical(reader)) || !meant(writer, written).equals(meant(reader, read))) {
            if (!logical(writer).isEmpty() || !logical(reader).isEmpty()) {
                changes.add(Change.LOGICAL);
            }
        }
        boolean both = reader.getLogicalType() instanceof LogicalTypes.Decimal
                && writer.getLogicalType() instanceof LogicalTypes.Decimal;
        if (both && fits(writer, written) && !fits(reader, read)) {
            changes.add(Change.DIGITS);
        }
        Object before = raw(written);
        Object after = raw(read);
        if (!before.equals(after)) {
            changes.add(
                    before instanceof BigDecimal
                            ? Change.NUMBER
                            : reader.getType() == Schema.Type.ENUM ? Change.SYMBOL : Change.TEXT);
        }
        if (before instanceof BigDecimal != after instanceof BigDecimal
                || before instanceof Boolean != after instanceof Boolean) {
            changes.add(Change.KIND);
        }
    }

    private static boolean fits(Schema schema, @Nullable Object value) {
        return !(schema.getLogicalType() instanceof LogicalTypes.Decimal limit)
                || !(meant(schema, value) instanceof BigDecimal number)
                || number.precision() <= limit.getPrecision();
    }

    /** What kind of thing a logical type makes of a value, units aside. */
    private static String logical(Schema schema) {
        LogicalType type = schema.getLogicalType();
        if (type == null) {
            return Objects.requireNonNullElse(own(schema), "");
        }
        return type.getName().replaceAll("-(millis|micros|nanos)$", "");
    }

    private static @Nullable String own(Schema schema) {
        String name = schema.getProp("logicalType");
        return "our-own".equals(name) ? name : null;
    }

    private static Object meant(Schema schema, @Nullable Object value) {
        LogicalType type = schema.getLogicalType();
        if (type instanceof LogicalTypes.Decimal decimal) {
            byte[] bytes = bytes(value);
            return new BigDecimal(bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes), decimal.getScale());
        }
        String name = type == null ? "" : type.getName();
        long unit = name.endsWith("-millis") ? 1_000_000 : name.endsWith("-micros") ? 1_000 : 1;
        return raw(value) instanceof BigDecimal number ? number.multiply(BigDecimal.valueOf(unit)) : raw(value);
    }

    private static Object raw(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return new BigDecimal(value.toString()).stripTrailingZeros();
        }
        if (value instanceof Float || value instanceof Double) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? new BigDecimal(number).stripTrailingZeros() : String.valueOf(number);
        }
        if (value instanceof CharSequence || value instanceof ByteBuffer || value instanceof GenericData.Fixed) {
            return HexFormat.of().formatHex(bytes(value));
        }
        return value instanceof Boolean || value == null ? String.valueOf(value) : value.toString();
    }

    private static byte[] bytes(@Nullable Object value) {
        if (value instanceof GenericData.Fixed fixed) {
            return fixed.bytes();
        }
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
        return String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    }
}
