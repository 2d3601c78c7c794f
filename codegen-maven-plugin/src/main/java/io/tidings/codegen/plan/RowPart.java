package io.tidings.codegen.plan;

import io.tidings.codegen.plan.Coding.Simple;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData.StringType;
import org.apache.avro.specific.SpecificData;

/**
 * A field of a row, as something to find rows by.
 *
 * @param parameter what a query's parameter for it is called
 * @param getter what gives it
 * @param optional whether the getter gives an {@link java.util.Optional}
 * @param nullable whether it may be absent
 * @param coding what Java holds it as
 * @param key as what it is compared
 * @param text whether its text is that, and not the value itself
 */
public record RowPart(
        String parameter, String getter, boolean optional, boolean nullable, Coding coding, KeyKind key, Text text) {

    /** How a value becomes what it is compared as. */
    public enum Text {
        /** It is that already. */
        SAME,
        /** Its text says it. */
        TEXT,
        /** An enum's name. */
        NAME
    }

    /** The same with another name for the parameter. */
    RowPart named(UnaryOperator<String> name) {
        return new RowPart(name.apply(parameter), getter, optional, nullable, coding, key, text);
    }

    /** Of a field of the record's class. */
    static RowPart of(Schema record, Schema.Field field, RecordSettings settings) {
        Coding coding = new Codings(settings.stringType(), ClassNames::of).of(field.schema());
        boolean nullable = coding instanceof Coding.Maybe;
        Coding value = coding instanceof Coding.Maybe maybe ? maybe.value() : coding;
        KeyKind key = key(value);
        return new RowPart(
                JavaWords.of(field.name()).camel(),
                FieldNames.of(record).get(field.pos()).getter(),
                settings.accessors().returnsOptional(nullable),
                nullable,
                value,
                key,
                value instanceof Coding.Symbol ? Text.NAME : same(value, key, field, settings) ? Text.SAME : Text.TEXT);
    }

    private static KeyKind key(Coding value) {
        if (!(value instanceof Simple simple)) {
            return KeyKind.STRING;
        }
        return switch (simple) {
            case BOOLEAN -> KeyKind.BOOLEAN;
            case INT -> KeyKind.INTEGER;
            case LONG -> KeyKind.LONG;
            case UUID, UUID_FIXED -> KeyKind.UUID;
            default -> KeyKind.STRING; // times and dates have one text each
        };
    }

    private static boolean same(Coding value, KeyKind key, Schema.Field field, RecordSettings settings) {
        if (key != KeyKind.STRING) {
            return true;
        }
        return value == Simple.STRING
                && settings.stringType() == StringType.String
                && branches(field.schema()).stream()
                        .allMatch(each -> each.getObjectProp(SpecificData.CLASS_PROP) == null);
    }

    private static List<Schema> branches(Schema schema) {
        return schema.isUnion() ? schema.getTypes() : List.of(schema);
    }
}
