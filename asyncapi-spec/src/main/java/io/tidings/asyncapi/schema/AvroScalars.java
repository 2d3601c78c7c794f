package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/** Values without inner structure: primitives, enums, fixed and the logical types on them. */
final class AvroScalars {
    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity", "INF", "-INF");

    /** Bytes of greater numbers than this are not made. */
    private static final int LARGEST_SCALE = 10_000;

    /** The datum; null where the value is none, which is reported, or is null. */
    @Nullable Object read(Schema schema, Node node, Consumer<Problem> report) {
        Object value = node instanceof ScalarNode scalar ? scalar.value() : node;
        return switch (schema.getType()) {
            case NULL -> value == null ? null : expected("null", node, null, report);
            case BOOLEAN -> value instanceof Boolean ? value : expected("true or false", node, unquoted(node), report);
            case INT -> whole(schema, value, node, Integer.SIZE, "an int", report);
            case LONG -> whole(schema, value, node, Long.SIZE, "a long", report);
            case FLOAT -> {
                Number number = floating(value, node, report);
                yield number == null ? null : number.floatValue();
            }
            case DOUBLE -> {
                Number number = floating(value, node, report);
                yield number == null ? null : number.doubleValue();
            }
            case STRING -> string(schema, value, node, report);
            case BYTES -> bytes(schema, value, node, report);
            case FIXED -> fixed(schema, value, node, report);
            case ENUM -> symbol(schema, node, report);
            default -> throw new IllegalArgumentException("no scalar: " + schema.getType());
        };
    }

    /** Whether a value may be meant for a branch of a union, whatever is wrong with it. */
    static boolean couldBe(Schema schema, Object value) {
        boolean decimal = schema.getLogicalType() instanceof LogicalTypes.Decimal;
        return switch (schema.getType()) {
            case BOOLEAN -> value instanceof Boolean;
            case INT, LONG -> value instanceof Number || (value instanceof String && AvroTimes.known(schema));
            case FLOAT, DOUBLE ->
                value instanceof Number || (value instanceof String text && NOT_FINITE.contains(text));
            case BYTES, FIXED -> value instanceof String || (decimal && value instanceof Number);
            case STRING, ENUM -> value instanceof String;
            default -> false;
        };
    }

    private static @Nullable Object expected(String what, Node node, @Nullable String hint, Consumer<Problem> report) {
        report.accept(Problem.at(node, "expected " + what + ", found " + Words.found(node), hint));
        return null;
    }

    private static @Nullable Object whole(
            Schema schema, @Nullable Object value, Node node, int bits, String what, Consumer<Problem> report) {
        if (value instanceof String text && AvroTimes.known(schema)) {
            Long time = AvroTimes.parse(schema, text);
            if (time == null) {
                return expected(AvroTimes.label(schema), node, AvroTimes.hint(schema), report);
            }
            return bits == Integer.SIZE ? (Object) time.intValue() : time;
        }
        BigInteger integer = integer(value);
        if (integer == null) {
            return expected(AvroTimes.known(schema) ? AvroTimes.label(schema) : what, node, unquoted(node), report);
        }
        if (integer.bitLength() >= bits) {
            report.accept(Problem.at(node, Words.found(node) + " is too large for " + what, null));
            return null;
        }
        return bits == Integer.SIZE ? (Object) integer.intValue() : integer.longValue();
    }

    private static @Nullable BigInteger integer(@Nullable Object value) {
        if (value instanceof BigDecimal decimal && Math.abs((long) decimal.scale()) < LARGEST_SCALE) {
            BigDecimal plain = decimal.stripTrailingZeros();
            return plain.scale() <= 0 ? plain.toBigInteger() : null;
        }
        return value instanceof BigInteger integer ? integer : null;
    }

    private static @Nullable Number floating(@Nullable Object value, Node node, Consumer<Problem> report) {
        if (value instanceof String text && NOT_FINITE.contains(text)) {
            return text.startsWith("-")
                    ? Double.NEGATIVE_INFINITY
                    : text.equals("NaN") ? Double.NaN : Double.POSITIVE_INFINITY;
        }
        if (value instanceof Number number) {
            return number;
        }
        expected("a number", node, unquoted(node), report);
        return null;
    }

    private static @Nullable Object string(Schema schema, @Nullable Object value, Node node, Consumer<Problem> report) {
        if (!(value instanceof String text)) {
            boolean scalar = value instanceof Number || value instanceof Boolean;
            return expected("a string", node, scalar ? "put the value into quotes" : null, report);
        }
        boolean uuid = schema.getLogicalType() != null
                && schema.getLogicalType().getName().equals("uuid");
        return uuid && !isUuid(text) ? expected("a UUID", node, null, report) : text;
    }

    private static boolean isUuid(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    /** Bytes are a text, each character one byte (Avro 1.12, "JSON Encoding"). */
    private static @Nullable Object bytes(Schema schema, @Nullable Object value, Node node, Consumer<Problem> report) {
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal type && value instanceof Number number) {
            BigInteger unscaled = unscaled(type, number, node, report);
            return unscaled == null ? null : ByteBuffer.wrap(unscaled.toByteArray());
        }
        byte[] bytes = latin(value, node, report);
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }

    private static @Nullable Object fixed(Schema schema, @Nullable Object value, Node node, Consumer<Problem> report) {
        int size = schema.getFixedSize();
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal type && value instanceof Number number) {
            BigInteger unscaled = unscaled(type, number, node, report);
            boolean fits = unscaled != null && unscaled.toByteArray().length <= size;
            if (unscaled != null && !fits) {
                report.accept(Problem.at(node, Words.found(node) + " needs more than " + size + " bytes", null));
            }
            return fits ? new GenericData.Fixed(schema, new byte[size]) : null;
        }
        boolean uuid = schema.getLogicalType() != null
                && schema.getLogicalType().getName().equals("uuid");
        if (uuid && value instanceof String text && isUuid(text)) {
            return new GenericData.Fixed(schema, new byte[size]);
        }
        byte[] bytes = latin(value, node, report);
        if (bytes != null && bytes.length != size) {
            report.accept(Problem.at(
                    node,
                    "'" + schema.getFullName() + "' has " + size + " bytes, these are " + bytes.length,
                    "each character stands for one byte"));
            return null;
        }
        return bytes == null ? null : new GenericData.Fixed(schema, bytes);
    }

    private static byte @Nullable [] latin(@Nullable Object value, Node node, Consumer<Problem> report) {
        if (!(value instanceof String text)) {
            expected("bytes, as a string", node, null, report);
            return null;
        }
        if (text.chars().anyMatch(c -> c > 0xFF)) {
            report.accept(Problem.at(
                    node,
                    Words.found(node) + " has characters that are no bytes",
                    "each character stands for one byte, U+0000 to U+00FF"));
            return null;
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static @Nullable BigInteger unscaled(
            LogicalTypes.Decimal type, Number number, Node node, Consumer<Problem> report) {
        BigDecimal decimal =
                number instanceof BigInteger i ? new BigDecimal(i) : number instanceof BigDecimal d ? d : null;
        String what = "a decimal of " + type.getPrecision() + " digits, " + type.getScale() + " after the point";
        if (decimal == null || Math.abs((long) decimal.scale()) > LARGEST_SCALE) {
            expected(what, node, null, report);
            return null;
        }
        BigDecimal plain = decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        if (plain.scale() > type.getScale()
                || plain.precision() - plain.scale() > type.getPrecision() - type.getScale()) {
            expected(what, node, null, report);
            return null;
        }
        return plain.setScale(type.getScale()).unscaledValue();
    }

    private static @Nullable Object symbol(Schema schema, Node node, Consumer<Problem> report) {
        String text = node.text().orElse(null);
        if (text == null) {
            return expected("one of " + Words.some(schema.getEnumSymbols()), node, null, report);
        }
        if (!schema.hasEnumSymbol(text)) {
            String hint = DidYouMean.among(text, schema.getEnumSymbols())
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("one of " + Words.some(schema.getEnumSymbols()));
            report.accept(
                    Problem.at(node, "'" + Words.cut(text) + "' is no symbol of '" + schema.getFullName() + "'", hint));
            return null;
        }
        return new GenericData.EnumSymbol(schema, text);
    }

    private static @Nullable String unquoted(Node node) {
        return node.text()
                        .filter(text -> text.matches("-?[0-9]+(\\.[0-9]+)?|true|false"))
                        .isPresent()
                ? "write it without quotes"
                : null;
    }
}
