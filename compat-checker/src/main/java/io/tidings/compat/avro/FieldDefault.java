package io.tidings.compat.avro;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.jspecify.annotations.Nullable;

/**
 * Whether a default is a value of its field's type (specification, "Complex Types", "Records"). Avro's parser asks for the
 * kind of JSON only: a symbol that the enum lacks passes, and reading it fails.
 *
 * @param java whether Java's way with unions is asked for
 */
public record FieldDefault(boolean java) {

    /** Deeper than anyone writes: a default that contains itself has no end. */
    private static final int DEEPEST = 100;

    /** A default that names a field which the record does not have. */
    private static final Object STRANGE = new Object() {
        @Override
        public String toString() {
            return "a default with a field that the record does not have";
        }
    };

    /** A default of another kind of JSON than its type asks for, as where Avro's parser does not check that. */
    private static final Object UNFIT = new Object() {
        @Override
        public String toString() {
            return "a default of another type";
        }
    };

    /** The default of a field that has one, as Java objects. Avro's own method throws where a member has no field. */
    public static Object value(Field field) {
        try {
            Object value = field.defaultVal();
            return value == null ? UNFIT : value;
        } catch (NullPointerException memberWithoutField) {
            return STRANGE;
        } catch (AvroRuntimeException otherKind) {
            return UNFIT;
        }
    }

    /** Whether the default fits its type, in a union any of its branches. */
    static boolean valid(Field field) {
        return new FieldDefault(false).fits(field);
    }

    /**
     * Whether Java reads it as that. For a union it takes the first branch that is a record, enum, array or map, or that such
     * JSON could be, whether or not the default fits there.
     */
    static boolean validInJava(Field field) {
        boolean simply = value(field) == JsonProperties.NULL_VALUE
                && field.schema().isUnion()
                && field.schema().getTypes().get(0).getType() == Schema.Type.NULL;
        return simply || new FieldDefault(true).fits(field);
    }

    /** Whether Java throws when it evaluates the default, as it does wherever the field might be missing. */
    static boolean failsInJava(Field field) {
        Object value = value(field);
        boolean simply = value == JsonProperties.NULL_VALUE
                && field.schema().isUnion()
                && field.schema().getTypes().get(0).getType() == Schema.Type.NULL;
        return !simply && value != STRANGE && fails(field.schema(), value, 0);
    }

    /** As Java writes a default before it reads it: by the type, and whatever the JSON is where it can. */
    private static boolean fails(Schema schema, Object value, int depth) {
        if (depth > DEEPEST) {
            return true;
        }
        return switch (schema.getType()) {
            case NULL, BOOLEAN, INT, LONG, FLOAT, DOUBLE, STRING, BYTES, FIXED -> !taken(schema, value);
            case ENUM -> !(value instanceof CharSequence symbol && schema.hasEnumSymbol(symbol.toString()));
            case ARRAY -> items(value).stream().anyMatch(item -> fails(schema.getElementType(), item, depth + 1));
            case MAP ->
                value instanceof Map<?, ?> map
                        && map.values().stream().anyMatch(item -> fails(schema.getValueType(), item, depth + 1));
            case UNION ->
                schema.getTypes().stream()
                        .filter(branch -> taken(branch, value))
                        .findFirst()
                        .map(branch -> fails(branch, value, depth + 1))
                        .orElse(true);
            case RECORD ->
                schema.getFields().stream().anyMatch(field -> {
                    Object part = member(field, value);
                    return part == null || fails(field.schema(), part, depth + 1);
                });
        };
    }

    private static Collection<?> items(Object value) {
        return value instanceof Collection<?> items ? items : value instanceof Map<?, ?> map ? map.values() : List.of();
    }

    private static @Nullable Object member(Field field, Object value) {
        if (value instanceof Map<?, ?> map && map.containsKey(field.name())) {
            return map.get(field.name());
        }
        return field.hasDefaultValue() ? value(field) : null;
    }

    private boolean fits(Field field) {
        Object value = value(field);
        // In a union another branch may have that field, and Java does not look for it.
        return value == STRANGE ? !java : fits(field.schema(), value, 0);
    }

    private boolean fits(Schema schema, Object value, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        return switch (schema.getType()) {
            case NULL -> value == JsonProperties.NULL_VALUE;
            case BOOLEAN -> value instanceof Boolean;
            case INT -> value instanceof Integer;
            case LONG -> value instanceof Integer || value instanceof Long;
            case FLOAT, DOUBLE -> value instanceof Number;
            case STRING, BYTES -> value instanceof CharSequence || value instanceof byte[];
            case FIXED -> length(value) == schema.getFixedSize();
            case ENUM -> value instanceof CharSequence symbol && schema.hasEnumSymbol(symbol.toString());
            case ARRAY ->
                value instanceof Collection<?> items
                        && items.stream().allMatch(item -> fits(schema.getElementType(), item, depth + 1));
            case MAP ->
                value instanceof Map<?, ?> map
                        && map.values().stream().allMatch(item -> fits(schema.getValueType(), item, depth + 1));
            case UNION ->
                schema.getTypes().stream()
                        .filter(branch -> !java || taken(branch, value))
                        .limit(java ? 1 : Long.MAX_VALUE)
                        .anyMatch(branch -> fits(branch, value, depth + 1));
            case RECORD -> value instanceof Map<?, ?> map && record(schema, map, depth);
        };
    }

    private static boolean taken(Schema branch, Object value) {
        return switch (branch.getType()) {
            case NULL -> value == JsonProperties.NULL_VALUE;
            case BOOLEAN -> value instanceof Boolean;
            case INT, LONG, FLOAT, DOUBLE -> value instanceof Number;
            case STRING, BYTES, FIXED -> value instanceof CharSequence || value instanceof byte[];
            case ARRAY, MAP, RECORD, ENUM, UNION -> true;
        };
    }

    private boolean record(Schema schema, Map<?, ?> value, int depth) {
        return schema.getFields().stream().allMatch(field -> {
            Object part = member(field, value);
            return part != null && fits(field.schema(), part, depth + 1);
        });
    }

    /** Each character stands for a byte. */
    private static int length(Object value) {
        return value instanceof byte[] bytes ? bytes.length : value instanceof CharSequence text ? text.length() : -1;
    }
}
