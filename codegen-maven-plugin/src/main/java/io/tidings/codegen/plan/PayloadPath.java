package io.tidings.codegen.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData.StringType;
import org.apache.avro.specific.SpecificData;

/**
 * The way from a record to a text that each of its instances holds.
 *
 * @param getters to be called one after the other
 * @param optional whether each of them gives an {@link Optional}
 * @param text whether the last one gives a {@link String}; else it is something whose {@code toString} is the text
 * @param fields the names of the fields, where a class on the way exists, whose methods nobody knows; else empty
 */
public record PayloadPath(List<String> getters, boolean optional, boolean text, List<String> fields) {

    private static final String PAYLOAD = "$message.payload#";

    public PayloadPath {
        getters = List.copyOf(getters);
        fields = List.copyOf(fields);
    }

    /**
     * The way to where a runtime expression points; empty if it does not point into the payload, or to something that is not a
     * text, a whole number, a boolean or an enum's symbol, or that may be absent.
     */
    static Optional<PayloadPath> of(
            String expression, Schema record, RecordSettings settings, Predicate<Schema> existing) {
        if (!expression.startsWith(PAYLOAD + "/")) {
            return Optional.empty();
        }
        List<String> getters = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        boolean known = true;
        Schema schema = record;
        for (String name : expression.substring(PAYLOAD.length() + 1).split("/", -1)) {
            Schema.Field field = schema.getType() == Schema.Type.RECORD ? schema.getField(unescaped(name)) : null;
            if (field == null) {
                return Optional.empty();
            }
            known &= !existing.test(schema);
            fields.add(field.name());
            getters.add(FieldNames.of(schema).get(field.pos()).getter());
            schema = field.schema();
        }
        return isText(schema)
                ? Optional.of(new PayloadPath(
                        getters,
                        settings.accessors().returnsOptional(false),
                        isString(schema, settings),
                        known ? List.of() : fields))
                : Optional.empty();
    }

    private static boolean isString(Schema schema, RecordSettings settings) {
        return schema.getType() == Schema.Type.STRING
                && settings.stringType() == StringType.String
                && schema.getProp("logicalType") == null
                && schema.getObjectProp(SpecificData.CLASS_PROP) == null;
    }

    /** RFC 6901, section 4. */
    private static String unescaped(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }

    private static boolean isText(Schema schema) {
        String logical = schema.getProp("logicalType");
        return switch (schema.getType()) {
            case STRING -> logical == null || logical.equals("uuid");
            case INT, LONG, BOOLEAN -> logical == null;
            case ENUM -> true;
            default -> false;
        };
    }
}
