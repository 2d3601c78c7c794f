package io.tidings.codegen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;

/** The same types with everything in another order: what others' classes may have been made of. */
final class Shuffled {

    private final Random random;
    private final Map<String, Schema> named;

    private Shuffled(Random random, Map<String, Schema> named) {
        this.random = random;
        this.named = named;
    }

    /** @param named receives all named types, by full name */
    static Schema of(Schema schema, long seed, Map<String, Schema> named) {
        return new Shuffled(new Random(seed), named).type(schema);
    }

    /** Whether a type is made of another one. */
    static boolean reaches(Schema type, String fullName) {
        // Names are unique in these.
        return type.toString()
                .matches("(?s).*\"(name\":\")?([\\w.]*\\.)?" + fullName.replaceFirst(".*\\.", "") + "\".*");
    }

    private Schema type(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ENUM -> {
                Schema known = named.get(schema.getFullName());
                if (known == null) {
                    List<String> symbols = new ArrayList<>(schema.getEnumSymbols());
                    Collections.shuffle(symbols, random);
                    known = Schema.createEnum(
                            schema.getName(), null, schema.getNamespace(), symbols, schema.getEnumDefault());
                    named.put(schema.getFullName(), known);
                }
                yield known;
            }
            case FIXED -> {
                named.put(schema.getFullName(), schema);
                yield schema;
            }
            case ARRAY -> Schema.createArray(type(schema.getElementType()));
            case MAP -> Schema.createMap(type(schema.getValueType()));
            case UNION -> {
                List<Schema> branches = new ArrayList<>(
                        schema.getTypes().stream().map(this::type).toList());
                Collections.shuffle(branches, random);
                yield Schema.createUnion(branches);
            }
            default -> schema;
        };
    }

    private Schema record(Schema schema) {
        Schema known = named.get(schema.getFullName());
        if (known != null) {
            return known;
        }
        Schema copy = Schema.createRecord(schema.getName(), null, schema.getNamespace(), false);
        named.put(schema.getFullName(), copy);
        List<Schema.Field> fields = new ArrayList<>();
        schema.getFields().forEach(field -> fields.add(new Schema.Field(field.name(), type(field.schema()))));
        Collections.shuffle(fields, random);
        copy.setFields(fields);
        return copy;
    }
}
