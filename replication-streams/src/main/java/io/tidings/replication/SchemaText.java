package io.tidings.replication;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/**
 * A schema as text, with all that decides which rows come out of a projection and how their bytes read: names, types,
 * defaults, aliases, logical types. Avro's own parsing canonical form leaves out the last three; documentation and other
 * properties decide nothing and are left out here.
 */
final class SchemaText {

    private final StringBuilder text = new StringBuilder();
    private final Set<String> written = new HashSet<>();

    private SchemaText() {}

    static String of(Schema schema) {
        SchemaText writer = new SchemaText();
        writer.write(schema);
        return writer.text.toString();
    }

    private void write(Schema schema) {
        writeLogicalType(schema);
        switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> writeNamed(schema);
            case ARRAY -> enclosed("array", schema.getElementType());
            case MAP -> enclosed("map", schema.getValueType());
            case UNION -> enclosed("union", schema.getTypes().toArray(Schema[]::new));
            default -> text.append(schema.getType().getName());
        }
    }

    private void writeNamed(Schema schema) {
        text.append(schema.getType().getName()).append(' ').append(schema.getFullName());
        if (!written.add(schema.getFullName())) {
            return;
        }
        text.append(new TreeSet<>(schema.getAliases()));
        switch (schema.getType()) {
            case RECORD -> writeFields(schema);
            case ENUM -> text.append(schema.getEnumSymbols()).append('=').append(schema.getEnumDefault());
            default -> text.append('(').append(schema.getFixedSize()).append(')');
        }
    }

    private void writeFields(Schema schema) {
        text.append('{');
        for (Schema.Field field : schema.getFields()) {
            text.append(field.name()).append(new TreeSet<>(field.aliases()));
            text.append(':');
            write(field.schema());
            if (field.hasDefaultValue()) {
                text.append('=').append(defaultOf(field));
            }
            text.append(';');
        }
        text.append('}');
    }

    /** Registries hold schemas whose defaults do not fit their types; no reader can use such a default, whatever it says. */
    private static Object defaultOf(Schema.Field field) {
        try {
            return String.valueOf(field.defaultVal());
        } catch (AvroRuntimeException | NullPointerException unfit) {
            return "(unfit)";
        }
    }

    private void writeLogicalType(Schema schema) {
        LogicalType logicalType = schema.getLogicalType();
        if (logicalType != null) {
            // Its attributes (precision, scale) are properties of the schema, in no order.
            text.append('@').append(logicalType.getName()).append(new TreeMap<>(schema.getObjectProps()));
        }
    }

    private void enclosed(String kind, Schema... parts) {
        text.append(kind).append('<');
        for (Schema part : parts) {
            write(part);
            text.append(',');
        }
        text.append('>');
    }
}
