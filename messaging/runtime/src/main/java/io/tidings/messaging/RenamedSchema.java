package io.tidings.messaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/** A copy of a schema in which some types have other names, and nothing else differs. */
final class RenamedSchema {

    /** An alias whose namespace is empty begins so. */
    private static final String NO_NAMESPACE = ".";

    private final Map<String, String> names;
    private final Map<String, Schema> renamed = new HashMap<>();

    /** By full name. */
    RenamedSchema(Map<String, String> names) {
        this.names = names;
    }

    Schema of(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> {
                Schema known = renamed.get(schema.getFullName());
                yield known == null ? named(schema) : known;
            }
            case ARRAY -> marked(Schema.createArray(of(schema.getElementType())), schema);
            case MAP -> marked(Schema.createMap(of(schema.getValueType())), schema);
            case UNION ->
                marked(
                        Schema.createUnion(
                                schema.getTypes().stream().map(this::of).toList()),
                        schema);
            default -> schema;
        };
    }

    private Schema named(Schema schema) {
        String name = names.getOrDefault(schema.getFullName(), schema.getFullName());
        // What has no namespace must not inherit one.
        String namespace = name.indexOf('.') < 0 ? "" : null;
        Schema copy = switch (schema.getType()) {
            case RECORD -> Schema.createRecord(name, schema.getDoc(), namespace, schema.isError());
            case ENUM ->
                Schema.createEnum(name, schema.getDoc(), namespace, schema.getEnumSymbols(), schema.getEnumDefault());
            default -> Schema.createFixed(name, schema.getDoc(), namespace, schema.getFixedSize());
        };
        renamed.put(schema.getFullName(), copy);
        for (String alias : schema.getAliases()) {
            if (!alias.equals(name)) {
                copy.addAlias(alias.startsWith(NO_NAMESPACE) ? alias.substring(1) : alias, "");
            }
        }
        if (schema.getType() == Schema.Type.RECORD) {
            List<Schema.Field> fields = new ArrayList<>();
            for (Schema.Field field : schema.getFields()) {
                fields.add(new Schema.Field(field, of(field.schema())));
            }
            copy.setFields(fields);
        }
        return marked(copy, schema);
    }

    private static Schema marked(Schema copy, Schema schema) {
        if (schema.propsContainsKey(WireSchema.NAME)) {
            schema.forEachProperty((name, value) -> {
                if (!name.equals(WireSchema.NAME)) {
                    copy.addProp(name, value);
                }
            });
        } else {
            copy.addAllProps(schema);
        }
        LogicalType logicalType = schema.getLogicalType();
        if (logicalType != null) {
            logicalType.addToSchema(copy);
        }
        return copy;
    }
}
