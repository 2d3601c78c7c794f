package io.tidings.codegen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * What a record may have looked like when somebody else wrote it: fields that the reader has no longer, fields that are not
 * there yet, earlier names, narrower numbers, symbols and branches in another order, or ones that the reader lacks. Mostly, but
 * not always, the reader can make something of it.
 */
final class EarlierVersion {

    private final Random random;
    private final long seed;
    private final Map<String, Schema> named = new HashMap<>();
    private int strangers;

    private EarlierVersion(long seed) {
        this.random = new Random(seed);
        this.seed = seed;
    }

    static Schema of(Schema reader, long seed) {
        return new EarlierVersion(seed).type(reader);
    }

    private Schema type(Schema reader) {
        if (reader.getLogicalType() != null) {
            return reader;
        }
        return switch (reader.getType()) {
            case RECORD -> record(reader);
            case ENUM -> enumeration(reader);
            case ARRAY -> Schema.createArray(type(reader.getElementType()));
            case MAP -> Schema.createMap(type(reader.getValueType()));
            case UNION -> union(reader.getTypes());
            case LONG -> one(Schema.Type.LONG, Schema.Type.INT);
            case FLOAT -> one(Schema.Type.FLOAT, Schema.Type.INT, Schema.Type.LONG);
            case DOUBLE -> one(Schema.Type.DOUBLE, Schema.Type.INT, Schema.Type.LONG, Schema.Type.FLOAT);
            case STRING -> one(Schema.Type.STRING, Schema.Type.STRING, Schema.Type.BYTES);
            case BYTES -> one(Schema.Type.BYTES, Schema.Type.BYTES, Schema.Type.STRING);
            default -> reader;
        };
    }

    private Schema one(Schema.Type... types) {
        return Schema.create(types[random.nextInt(types.length)]);
    }

    private Schema record(Schema reader) {
        Schema known = named.get(reader.getFullName());
        if (known != null) {
            return known;
        }
        Schema writer = Schema.createRecord(name(reader), null, reader.getNamespace(), reader.isError());
        named.put(reader.getFullName(), writer);
        List<Schema.Field> fields = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        reader.getFields().forEach(field -> taken.add(field.name()));
        for (Schema.Field field : reader.getFields()) {
            if (field.hasDefaultValue() && random.nextBoolean()) {
                continue;
            }
            String former = field.aliases().stream().findFirst().orElse(field.name());
            String name = taken.contains(former) || random.nextBoolean() ? field.name() : former;
            fields.add(new Schema.Field(name, type(field.schema())));
        }
        for (int more = random.nextInt(3); more > 0; more--) {
            fields.add(new Schema.Field("gone" + more, stranger()));
        }
        if (random.nextInt(3) == 0) {
            Collections.shuffle(fields, random);
        }
        writer.setFields(fields);
        return writer;
    }

    /** A type that the reader knows nothing of, and that any registry takes (see {@link ApicurioInteropIT}). */
    private Schema stranger() {
        Schema stranger;
        do {
            stranger = RandomSchemas.any(seed * 1000 + ++strangers);
        } while (Containment.throughMap(stranger));
        return stranger;
    }

    private String name(Schema reader) {
        String former = "Former" + reader.getName();
        boolean hasOne = reader.getAliases().stream().anyMatch(alias -> alias.endsWith(former));
        return hasOne && random.nextBoolean() ? former : reader.getName();
    }

    private Schema enumeration(Schema reader) {
        return named.computeIfAbsent(reader.getFullName(), name -> {
            List<String> symbols = new ArrayList<>(reader.getEnumSymbols());
            if (random.nextInt(4) == 0) {
                symbols.add("GONE");
            }
            Collections.shuffle(symbols, random);
            return Schema.createEnum(reader.getName(), null, reader.getNamespace(), symbols);
        });
    }

    private Schema union(List<Schema> readers) {
        List<Schema> branches = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Schema reader : readers) {
            Schema branch = type(reader);
            if (taken.add(branch.getFullName())) {
                branches.add(branch);
            }
        }
        return switch (random.nextInt(4)) {
            // A record in place of an optional one might need itself, and so have no value.
            case 0 ->
                branches.stream()
                        .filter(branch -> branch.getType() != Schema.Type.RECORD)
                        .findAny()
                        .orElseGet(() -> Schema.createUnion(branches));
            case 1 -> {
                Collections.shuffle(branches, random);
                yield Schema.createUnion(branches);
            }
            default -> Schema.createUnion(branches);
        };
    }
}
