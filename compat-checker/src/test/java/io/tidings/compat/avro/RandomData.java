package io.tidings.compat.avro;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/** Data of a schema that reaches into every branch sooner or later, with values at the edges, and ends on recursive ones. */
final class RandomData {

    private static final int ENDLESS = 1_000;
    private static final List<String> TEXTS = List.of("", "s", "\u00e9\u20ac", "\ud83d\ude00");

    private final Random random;
    private final IdentityHashMap<Schema, Integer> heights = new IdentityHashMap<>();

    RandomData(Schema root, Random random) {
        this.random = random;
        boolean changed = true;
        while (changed) {
            Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            changed = lower(root, seen);
        }
    }

    /** Whether there is any datum at all: a record that contains itself without a way out has none. */
    boolean possible(Schema schema) {
        return height(schema) < ENDLESS;
    }

    @Nullable Object of(Schema schema, int depth) {
        return switch (schema.getType()) {
            case NULL -> null;
            case BOOLEAN -> random.nextBoolean();
            case INT -> Numbers.INTS.get(random.nextInt(Numbers.INTS.size()));
            case LONG -> Numbers.LONGS.get(random.nextInt(Numbers.LONGS.size()));
            case FLOAT -> Numbers.FLOATS.get(random.nextInt(Numbers.FLOATS.size()));
            case DOUBLE -> Numbers.DOUBLES.get(random.nextInt(Numbers.DOUBLES.size()));
            case STRING -> TEXTS.get(random.nextInt(TEXTS.size()));
            case BYTES ->
                ByteBuffer.wrap(TEXTS.get(random.nextInt(TEXTS.size())).getBytes(StandardCharsets.UTF_8));
            case FIXED -> fixed(schema, (byte) random.nextInt(3));
            case ENUM -> {
                List<String> symbols = schema.getEnumSymbols();
                yield new GenericData.EnumSymbol(schema, symbols.get(random.nextInt(symbols.size())));
            }
            case ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                for (int i = 0; i < count(schema.getElementType(), depth); i++) {
                    items.add(of(schema.getElementType(), depth - 1));
                }
                yield items;
            }
            case MAP -> {
                Map<String, @Nullable Object> map = new HashMap<>();
                if (count(schema.getValueType(), depth) > 0) {
                    map.put("k", of(schema.getValueType(), depth - 1));
                }
                yield map;
            }
            case UNION -> of(branch(schema, depth), depth - 1);
            case RECORD -> {
                GenericData.Record datum = new GenericData.Record(schema);
                schema.getFields().forEach(field -> datum.put(field.pos(), of(field.schema(), depth - 1)));
                yield datum;
            }
        };
    }

    /** Values of a type without parts that show what reading it with another type does. */
    List<@Nullable Object> telling(Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            return List.of(longest(schema, decimal.getPrecision()));
        }
        return switch (schema.getType()) {
            case INT -> List.copyOf(Numbers.INTS);
            case LONG -> List.copyOf(Numbers.LONGS);
            case FLOAT -> List.copyOf(Numbers.FLOATS);
            case DOUBLE -> List.copyOf(Numbers.DOUBLES);
            case ENUM ->
                new ArrayList<>(schema.getEnumSymbols().stream()
                        .map(symbol -> new GenericData.EnumSymbol(schema, symbol))
                        .toList());
            case BYTES ->
                List.of(
                        ByteBuffer.wrap(new byte[] {(byte) 0xff, 0x7f}),
                        ByteBuffer.wrap(new byte[] {0x7f, 0x7f, 0x7f, 0x7f}));
            case FIXED -> List.of(fixed(schema, (byte) 0x7f), fixed(schema, (byte) 0x80));
            case ARRAY ->
                List.of(
                        possible(schema.getElementType())
                                ? new ArrayList<>(Arrays.asList(of(schema.getElementType(), 3)))
                                : List.of());
            case MAP ->
                List.of(
                        possible(schema.getValueType())
                                ? Collections.singletonMap("k", of(schema.getValueType(), 3))
                                : Map.of());
            default -> new ArrayList<>(Arrays.asList(of(schema, 3), of(schema, 3), of(schema, 3)));
        };
    }

    /** The branch of a union to write, one that ends when it is time. */
    private Schema branch(Schema union, int depth) {
        List<Schema> branches = union.getTypes();
        List<Schema> ending = branches.stream()
                .filter(branch -> height(branch) <= Math.max(depth, height(union)))
                .toList();
        return ending.isEmpty() ? branches.get(0) : ending.get(random.nextInt(ending.size()));
    }

    private int count(Schema part, int depth) {
        return height(part) < depth ? random.nextInt(3) : 0;
    }

    /** The largest number of so many digits. */
    private static Object longest(Schema schema, int digits) {
        byte[] number = BigInteger.TEN.pow(digits).subtract(BigInteger.ONE).toByteArray();
        if (schema.getType() == Schema.Type.BYTES) {
            return ByteBuffer.wrap(number);
        }
        byte[] bytes = new byte[schema.getFixedSize()];
        System.arraycopy(number, 0, bytes, bytes.length - number.length, number.length);
        return new GenericData.Fixed(schema, bytes);
    }

    private static GenericData.Fixed fixed(Schema schema, byte value) {
        byte[] bytes = new byte[schema.getFixedSize()];
        Arrays.fill(bytes, value);
        return new GenericData.Fixed(schema, bytes);
    }

    private int height(Schema schema) {
        return heights.getOrDefault(schema, ENDLESS);
    }

    private boolean lower(Schema schema, Set<Schema> seen) {
        if (!seen.add(schema)) {
            return false;
        }
        boolean changed = false;
        int height = switch (schema.getType()) {
            case RECORD -> {
                int tallest = 0;
                for (Schema.Field field : schema.getFields()) {
                    changed |= lower(field.schema(), seen);
                    tallest = Math.max(tallest, height(field.schema()));
                }
                yield tallest + 1;
            }
            case UNION -> {
                int lowest = ENDLESS;
                for (Schema branch : schema.getTypes()) {
                    changed |= lower(branch, seen);
                    lowest = Math.min(lowest, height(branch));
                }
                yield lowest;
            }
            case ARRAY -> {
                changed |= lower(schema.getElementType(), seen);
                yield 0;
            }
            case MAP -> {
                changed |= lower(schema.getValueType(), seen);
                yield 0;
            }
            default -> 0;
        };
        if (height < height(schema)) {
            heights.put(schema, height);
            changed = true;
        }
        return changed;
    }
}
