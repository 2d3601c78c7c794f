package io.tidings.codegen;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/** Values of a schema as Avro's generic model has them, the ends of each range included. */
final class RandomDatums {

    private static final int MAX_DEPTH = 8;
    private static final String[] TEXTS = {
        "",
        "a",
        "plain text of some length, longer than sixty-three characters in all, one may hope",
        "gr\u00FC\u00DFe",
        "\u4F60\u597D",
        "\uD83D\uDE00 smile",
        "\u0000",
        "\uFFFD",
        "half \uD83D"
    };
    private static final long[] LONGS = {0, 1, -1, 63, 64, -64, -65, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 40};

    private static final int MAX_PARTS = 400;

    private final Random random;
    private int parts;

    RandomDatums(long seed) {
        this.random = new Random(seed);
    }

    @Nullable Object datum(Schema schema) {
        parts = 0;
        return datum(schema, 0);
    }

    /** The default that a field of this type commonly has; null if none is common. */
    static @Nullable Object simplest(Schema type) {
        if (type.getLogicalType() != null) {
            return type.getType() == Schema.Type.INT || type.getType() == Schema.Type.LONG ? 0 : null;
        }
        return switch (type.getType()) {
            case NULL -> JsonProperties.NULL_VALUE;
            case BOOLEAN -> true;
            case INT, LONG -> 7;
            case FLOAT, DOUBLE -> -0.5;
            case STRING -> "gr\u00FC\u00DFe";
            case BYTES -> new byte[] {0, -1};
            case ENUM -> type.getEnumSymbols().get(0);
            case ARRAY -> List.of();
            case MAP -> Map.of();
            case UNION ->
                type.getTypes().isEmpty() ? null : simplest(type.getTypes().get(0));
            case RECORD, FIXED -> null;
        };
    }

    private @Nullable Object datum(Schema schema, int depth) {
        parts++;
        Object logical = logical(schema);
        if (logical != null) {
            return logical;
        }
        return switch (schema.getType()) {
            case NULL -> null;
            case BOOLEAN -> random.nextBoolean();
            case INT -> (int) number();
            case LONG -> number();
            case FLOAT -> random.nextInt(9) == 0 ? Float.NaN : Float.intBitsToFloat(random.nextInt());
            case DOUBLE -> random.nextInt(9) == 0 ? Double.NEGATIVE_INFINITY : random.nextGaussian();
            case STRING -> text();
            case BYTES -> ByteBuffer.wrap(bytes(random.nextInt(40)));
            case FIXED -> new GenericData.Fixed(schema, bytes(schema.getFixedSize()));
            case ENUM ->
                new GenericData.EnumSymbol(
                        schema,
                        schema.getEnumSymbols()
                                .get(random.nextInt(schema.getEnumSymbols().size())));
            case ARRAY -> items(schema.getElementType(), depth);
            case MAP -> entries(schema.getValueType(), depth);
            case UNION -> datum(branch(schema.getTypes(), depth), depth + 1);
            case RECORD -> record(schema, depth);
        };
    }

    private GenericData.Record record(Schema schema, int depth) {
        GenericData.Record record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.pos(), datum(field.schema(), depth + 1)));
        return record;
    }

    private Schema branch(List<Schema> branches, int depth) {
        for (Schema branch : branches) {
            if (enough(depth) && branch.getType() == Schema.Type.NULL) {
                return branch;
            }
        }
        return branches.get(random.nextInt(branches.size()));
    }

    private List<@Nullable Object> items(Schema item, int depth) {
        List<@Nullable Object> items = new ArrayList<>();
        for (int left = enough(depth) ? 0 : size(); left > 0; left--) {
            items.add(datum(item, depth + 2));
        }
        return items;
    }

    private Map<String, @Nullable Object> entries(Schema value, int depth) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (int left = enough(depth) ? 0 : size(); left > 0; left--) {
            entries.put(text(), datum(value, depth + 2));
        }
        return entries;
    }

    /** Recursive types would have values without end. */
    private boolean enough(int depth) {
        return depth > MAX_DEPTH || parts > MAX_PARTS;
    }

    private int size() {
        return random.nextInt(12) == 0 ? 20 : random.nextInt(3);
    }

    private @Nullable Object logical(Schema schema) {
        LogicalType type = schema.getLogicalType();
        if (type instanceof Decimal decimal) {
            byte[] unscaled = new BigInteger(decimal.getPrecision() * 3, random).toByteArray();
            byte[] negative =
                    random.nextBoolean() ? new BigInteger(unscaled).negate().toByteArray() : unscaled;
            return schema.getType() == Schema.Type.FIXED
                    ? new GenericData.Fixed(schema, extended(negative, schema.getFixedSize()))
                    : ByteBuffer.wrap(negative);
        }
        return type == null
                ? null
                : switch (type.getName()) {
                    case "uuid" -> schema.getType() == Schema.Type.FIXED ? null : uuid().toString();
                    case "time-millis" -> random.nextInt(86_400_000);
                    case "time-micros" -> (long) random.nextInt(86_400_000) * 1000 + random.nextInt(1000);
                    case "big-decimal" -> ByteBuffer.wrap(bytes(random.nextInt(9)));
                    default -> null;
                };
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static byte[] extended(byte[] number, int size) {
        byte[] bytes = new byte[size];
        java.util.Arrays.fill(bytes, (byte) (number[0] < 0 ? -1 : 0));
        System.arraycopy(number, 0, bytes, size - number.length, number.length);
        return bytes;
    }

    private long number() {
        return random.nextInt(3) == 0 ? random.nextLong() >> random.nextInt(64) : LONGS[random.nextInt(LONGS.length)];
    }

    private String text() {
        return random.nextBoolean() ? "t" + random.nextInt(1000) : TEXTS[random.nextInt(TEXTS.length)];
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
