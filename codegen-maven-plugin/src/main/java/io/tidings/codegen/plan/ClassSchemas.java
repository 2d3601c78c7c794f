package io.tidings.codegen.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/**
 * The schemas that record classes bear. A class that is called otherwise than its type has a schema of its own name, so that
 * every Avro tool finds the one by the other; it notes the name that travels as an alias, and for the runtime in a property.
 */
final class ClassSchemas {

    /** As {@code io.tidings.messaging.WireSchema} reads it. */
    static final String WIRE_NAME = "tidings.wire.name";

    private final Map<String, String> classNames;
    private final Map<String, Schema> made = new HashMap<>();

    /** With the full names of classes by those of their types, where they differ. */
    ClassSchemas(Map<String, String> classNames) {
        this.classNames = classNames;
    }

    Schema of(Schema schema) {
        return classNames.isEmpty() ? schema : copy(schema);
    }

    private Schema copy(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> {
                Schema known = made.get(schema.getFullName());
                yield known == null ? named(schema) : known;
            }
            case ARRAY -> marked(Schema.createArray(copy(schema.getElementType())), schema);
            case MAP -> marked(Schema.createMap(copy(schema.getValueType())), schema);
            case UNION ->
                marked(
                        Schema.createUnion(
                                schema.getTypes().stream().map(this::copy).toList()),
                        schema);
            default -> schema;
        };
    }

    private Schema named(Schema schema) {
        String wireName = schema.getFullName();
        String className = classNames.getOrDefault(wireName, wireName);
        String namespace = className.indexOf('.') < 0 ? "" : null;
        Schema copy = switch (schema.getType()) {
            case RECORD -> Schema.createRecord(className, schema.getDoc(), namespace, schema.isError());
            case ENUM ->
                Schema.createEnum(
                        className, schema.getDoc(), namespace, schema.getEnumSymbols(), schema.getEnumDefault());
            default -> Schema.createFixed(className, schema.getDoc(), namespace, schema.getFixedSize());
        };
        made.put(wireName, copy);
        for (String alias : schema.getAliases()) {
            copy.addAlias(alias.startsWith(".") ? alias.substring(1) : alias, "");
        }
        if (schema.getType() == Schema.Type.RECORD) {
            List<Schema.Field> fields = new ArrayList<>();
            for (Schema.Field field : schema.getFields()) {
                fields.add(new Schema.Field(field, copy(field.schema())));
            }
            copy.setFields(fields);
        }
        marked(copy, schema);
        if (!className.equals(wireName)) {
            copy.addProp(WIRE_NAME, wireName);
            if (schema.getNamespace() != null) { // an alias cannot say that it has none
                copy.addAlias(wireName, "");
            }
        }
        return copy;
    }

    private static Schema marked(Schema copy, Schema schema) {
        copy.addAllProps(schema);
        LogicalType logicalType = schema.getLogicalType();
        if (logicalType != null) {
            logicalType.addToSchema(copy);
        }
        return copy;
    }
}
