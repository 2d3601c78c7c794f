package io.tidings.messaging.avro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.AvroTypeException;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * Copies a schema, in which some types become what their classes say of themselves. A logical type that a class does not convert is
 * left out, though its properties stay: the class holds numbers, bytes or text there, and Avro would put in what some model
 * converts to. Used once, by one thread.
 */
final class OwnSchemas {

    private final Map<String, Class<?>> classes = new HashMap<>();
    private final Map<String, Schema> records = new HashMap<>();
    private boolean leftOut;

    OwnSchemas(Class<?>... existing) {
        for (Class<?> type : existing) {
            classes.put(SpecificData.get().getSchema(type).getFullName(), type);
        }
    }

    /** The schema of a class without what it does not convert; the very schema if that is nothing. */
    static Schema of(Class<?> type) {
        Schema own = SpecificData.get().getSchema(type);
        OwnSchemas schemas = new OwnSchemas();
        Schema copy = own.getType() == Schema.Type.RECORD ? schemas.record(own, own, type) : own;
        return schemas.leftOut ? copy : own;
    }

    Schema of(Schema schema) {
        return copy(schema, logicalType -> true, null);
    }

    /**
     * @param converted what the field converts in which the schema stands
     * @param holder the class that has the field; null for one that was generated with what is here
     */
    private Schema copy(Schema schema, Predicate<LogicalType> converted, @Nullable Class<?> holder) {
        return switch (schema.getType()) {
            case RECORD -> {
                Schema known = records.get(schema.getFullName());
                yield known == null ? record(schema, holder) : known;
            }
            case ENUM -> own(schema);
            case FIXED -> marked(fixed(own(schema)), own(schema), converted);
            case ARRAY ->
                marked(Schema.createArray(copy(schema.getElementType(), converted, holder)), schema, converted);
            case MAP -> marked(Schema.createMap(copy(schema.getValueType(), converted, holder)), schema, converted);
            case UNION -> {
                List<Schema> branches = new ArrayList<>();
                schema.getTypes().forEach(branch -> branches.add(copy(branch, converted, holder)));
                yield marked(Schema.createUnion(branches), schema, converted);
            }
            default -> marked(Schema.create(schema.getType()), schema, converted);
        };
    }

    private Schema own(Schema named) {
        Class<?> type = classes.get(named.getFullName());
        return type == null ? named : SpecificData.get().getSchema(type);
    }

    private Schema record(Schema schema, @Nullable Class<?> holder) {
        Class<?> type = classes.get(schema.getFullName());
        if (type == null && holder != null) {
            type = RecordData.find(schema, holder.getClassLoader())
                    .filter(found -> SpecificData.get().getSchema(found).equals(schema))
                    .orElse(null);
        }
        return record(schema, own(schema), type);
    }

    private Schema record(Schema schema, Schema own, @Nullable Class<?> type) {
        Schema copy = Schema.createRecord(own.getFullName(), own.getDoc(), namespace(own), own.isError());
        records.put(schema.getFullName(), copy);
        own.getAliases().forEach(alias -> alias(copy, alias));
        List<Field> fields = new ArrayList<>();
        for (Field field : own.getFields()) {
            Predicate<LogicalType> converted = type == null ? logicalType -> true : new HeldTypes(type, field)::convert;
            fields.add(field(field, copy(field.schema(), converted, type)));
        }
        copy.setFields(fields);
        return marked(copy, own, logicalType -> true);
    }

    private static Schema fixed(Schema own) {
        Schema copy = Schema.createFixed(own.getFullName(), own.getDoc(), namespace(own), own.getFixedSize());
        own.getAliases().forEach(alias -> alias(copy, alias));
        return copy;
    }

    /** What has no namespace must not inherit one. */
    private static @Nullable String namespace(Schema named) {
        return named.getFullName().indexOf('.') < 0 ? "" : null;
    }

    private static void alias(Schema copy, String alias) {
        copy.addAlias(alias.startsWith(".") ? alias.substring(1) : alias, "");
    }

    private static Field field(Field field, Schema schema) {
        try {
            return new Field(field, schema);
        } catch (AvroTypeException defaultRefused) {
            // A class that has more than the document cannot hold what the document fills in.
            Field without = new Field(field.name(), schema, field.doc(), null, field.order());
            without.addAllProps(field);
            field.aliases().forEach(without::addAlias);
            return without;
        }
    }

    private Schema marked(Schema copy, Schema schema, Predicate<LogicalType> converted) {
        copy.addAllProps(schema);
        LogicalType logicalType = schema.getLogicalType();
        if (logicalType != null && converted.test(logicalType)) {
            logicalType.addToSchema(copy);
        } else if (logicalType != null) {
            leftOut = true;
        }
        return copy;
    }
}
