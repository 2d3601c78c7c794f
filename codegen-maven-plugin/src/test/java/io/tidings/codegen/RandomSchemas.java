package io.tidings.codegen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Records of every type that Avro has, nested, repeated, recursive; one seed gives one record. */
final class RandomSchemas {

    private static final int MAX_DEPTH = 3;
    private static final String[] FIELD_NAMES = {
        "id", "in", "out", "record", "value", "items", "left", "class", "a_b", "aB", "X"
    };

    /** In an expression, each hides the packages whose names begin so. */
    private static final String[] HIDING = {"org", "java", "io"};

    private final Random random;
    private final String namespace;
    private final boolean nasty;
    private final List<Schema> named = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private int names;

    private RandomSchemas(long seed) {
        this(new Random(seed), "rnd.s" + Long.toUnsignedString(seed), false);
    }

    private RandomSchemas(Random random, String namespace, boolean nasty) {
        this.random = random;
        this.namespace = namespace;
        this.nasty = nasty;
    }

    /** Several records that share types, whose names are traps. */
    static List<Schema> records(Random random, String namespace, int count) {
        RandomSchemas schemas = new RandomSchemas(random, namespace, true);
        List<Schema> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(schemas.record(i == 0 ? 1 : 2));
        }
        return records;
    }

    static Schema record(long seed) {
        return new RandomSchemas(seed).record(0);
    }

    /** Whatever type, its names in a namespace of the seed's own. */
    static Schema any(long seed) {
        RandomSchemas schemas = new RandomSchemas(seed);
        schemas.record(2);
        return schemas.any(2);
    }

    private Schema record(int depth) {
        String space = space();
        Schema schema = Schema.createRecord(name("Rec", space), "A \"record\" */ of \\ sorts.", space, false);
        named.add(schema);
        List<Schema.Field> fields = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int count = depth == 0 && random.nextInt(20) == 0 ? random.nextInt(3) * 60 : random.nextInt(8);
        for (int i = 0; i < count; i++) {
            String[] sort = nasty && random.nextInt(5) == 0 ? HIDING : FIELD_NAMES;
            String name = sort[random.nextInt(sort.length)];
            if (!taken.add(name.toLowerCase(java.util.Locale.ROOT).replace("_", ""))) {
                name = "f" + i;
            }
            Schema type = any(depth + 1);
            Schema.Field field =
                    new Schema.Field(name, type, null, random.nextInt(3) == 0 ? RandomDatums.simplest(type) : null);
            if (random.nextInt(4) == 0) {
                field.addAlias("former_" + name);
            }
            fields.add(field);
        }
        schema.setFields(fields);
        if (random.nextInt(8) == 0) {
            schema.addAlias("Former" + schema.getName());
        }
        return schema;
    }

    private String name(String prefix, String space) {
        if (!nasty) {
            return prefix + names++;
        }
        String name = NastyNames.avro(random);
        while (!taken.add((space + "." + name).toLowerCase(java.util.Locale.ROOT))) {
            name = prefix + names++;
        }
        return name;
    }

    private String space() {
        if (random.nextInt(4) > 0) {
            return namespace;
        }
        return namespace + (nasty && random.nextBoolean() ? ".new.record" : ".other");
    }

    private Schema any(int depth) {
        if (depth > MAX_DEPTH) {
            return leaf();
        }
        return switch (random.nextInt(14)) {
            case 0 -> Schema.createArray(any(depth + 1));
            case 1 -> Schema.createMap(any(depth + 1));
            case 2, 3 -> nullable(depth);
            case 4 -> union(depth);
            case 5 -> record(depth);
            case 6 -> recursive();
            default -> leaf();
        };
    }

    private Schema nullable(int depth) {
        Schema other = any(depth + 1);
        while (other.getType() == Schema.Type.UNION || other.getType() == Schema.Type.NULL) {
            other = leaf();
        }
        Schema none = Schema.create(Schema.Type.NULL);
        return random.nextBoolean() ? Schema.createUnion(none, other) : Schema.createUnion(other, none);
    }

    private Schema union(int depth) {
        List<Schema> branches = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            Schema branch = any(depth + 1);
            if (branch.getType() != Schema.Type.UNION && taken.add(branch.getFullName())) {
                branches.add(branch);
            }
        }
        return branches.isEmpty() ? leaf() : Schema.createUnion(branches);
    }

    /** A type that is there already, such that a value need not be endless. */
    private Schema recursive() {
        Schema known = named.get(random.nextInt(named.size()));
        return switch (random.nextInt(3)) {
            case 0 -> Schema.createArray(known);
            case 1 -> Schema.createMap(known);
            default -> Schema.createUnion(Schema.create(Schema.Type.NULL), known);
        };
    }

    private Schema leaf() {
        return switch (random.nextInt(26)) {
            case 0 -> Schema.create(Schema.Type.NULL);
            case 1 -> Schema.create(Schema.Type.BOOLEAN);
            case 2 -> Schema.create(Schema.Type.INT);
            case 3 -> Schema.create(Schema.Type.LONG);
            case 4 -> Schema.create(Schema.Type.FLOAT);
            case 5 -> Schema.create(Schema.Type.DOUBLE);
            case 6 -> Schema.create(Schema.Type.BYTES);
            case 7, 8 -> Schema.create(Schema.Type.STRING);
            case 9 -> logical(LogicalTypes.date(), Schema.Type.INT);
            case 10 -> logical(LogicalTypes.timeMillis(), Schema.Type.INT);
            case 11 -> logical(LogicalTypes.timeMicros(), Schema.Type.LONG);
            case 12 -> logical(LogicalTypes.timestampMillis(), Schema.Type.LONG);
            case 13 -> logical(LogicalTypes.timestampMicros(), Schema.Type.LONG);
            case 14 -> logical(LogicalTypes.timestampNanos(), Schema.Type.LONG);
            case 15 -> logical(LogicalTypes.localTimestampMillis(), Schema.Type.LONG);
            case 16 -> logical(LogicalTypes.localTimestampMicros(), Schema.Type.LONG);
            case 17 -> logical(LogicalTypes.localTimestampNanos(), Schema.Type.LONG);
            case 18 -> logical(LogicalTypes.uuid(), Schema.Type.STRING);
            case 19 -> LogicalTypes.uuid().addToSchema(fixed(16));
            case 20 -> decimal(Schema.create(Schema.Type.BYTES), 1 + random.nextInt(40));
            case 21 -> decimal(fixed(20), 1 + random.nextInt(40));
            case 22 -> logical(LogicalTypes.bigDecimal(), Schema.Type.BYTES);
            case 23 ->
                random.nextBoolean()
                        ? fixed(random.nextInt(20))
                        : LogicalTypes.duration().addToSchema(fixed(12));
            default -> enumeration();
        };
    }

    private static Schema logical(LogicalType type, Schema.Type over) {
        return type.addToSchema(Schema.create(over));
    }

    private Schema decimal(Schema over, int precision) {
        return LogicalTypes.decimal(precision, random.nextInt(precision + 1)).addToSchema(over);
    }

    private Schema fixed(int size) {
        String space = space();
        return Schema.createFixed(name("Fix", space), null, space, size);
    }

    private Schema enumeration() {
        List<String> symbols = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            symbols.add(i == 0 && random.nextBoolean() ? "default" : "S" + i);
        }
        String otherwise = random.nextInt(3) == 0 ? symbols.get(0) : null;
        String space = space();
        return Schema.createEnum(name("Enum", space), null, space, symbols, otherwise);
    }
}
