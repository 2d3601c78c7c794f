package io.tidings.codegen.avro;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericData.StringType;

/**
 * Marks text as Avro's compiler does, where it is to be {@link String} in Java: Avro's readers look at the mark. Where it is to be
 * {@link org.apache.avro.util.Utf8}, there must be none: registries give out schemas with those of some other
 * class.
 */
final class TextSchemas {

    private final StringType stringType;
    private final Map<String, Schema> records = new HashMap<>();

    private TextSchemas(StringType stringType) {
        this.stringType = stringType;
    }

    /** The schema that a class bears. */
    static Schema marked(Schema schema, StringType stringType) {
        // A field of CharSequence takes whatever Avro reads
        return stringType == StringType.CharSequence ? schema : new TextSchemas(stringType).copy(schema);
    }

    private Schema copy(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> {
                Schema text = Schema.create(Schema.Type.STRING);
                // A logical type decides itself what it is in Java.
                yield alike(schema.getLogicalType() == null ? marked(text) : text, schema);
            }
            case MAP -> alike(marked(Schema.createMap(copy(schema.getValueType()))), schema);
            case ARRAY -> alike(Schema.createArray(copy(schema.getElementType())), schema);
            case UNION ->
                alike(
                        Schema.createUnion(
                                schema.getTypes().stream().map(this::copy).toList()),
                        schema);
            case RECORD -> {
                Schema known = records.get(schema.getFullName());
                yield known == null ? record(schema) : known;
            }
            default -> schema;
        };
    }

    private Schema record(Schema schema) {
        Schema copy = Schema.createRecord(schema.getFullName(), schema.getDoc(), null, schema.isError());
        schema.getAliases().forEach(alias -> copy.addAlias(alias, null));
        records.put(schema.getFullName(), copy);
        copy.setFields(schema.getFields().stream()
                .map(field -> new Schema.Field(field, copy(field.schema())))
                .toList());
        return alike(copy, schema);
    }

    private Schema marked(Schema text) {
        GenericData.setStringType(text, stringType); // without a mark, it is Utf8
        return text;
    }

    private static Schema alike(Schema copy, Schema schema) {
        schema.getObjectProps().forEach((name, value) -> {
            if (!name.equals(GenericData.STRING_PROP)) {
                copy.addProp(name, value);
            }
        });
        LogicalType logicalType = schema.getLogicalType();
        if (logicalType != null) {
            logicalType.addToSchema(copy);
        }
        return copy;
    }
}
