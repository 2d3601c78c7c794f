package io.tidings.codegen.plan;

import io.tidings.codegen.plan.Coding.Simple;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData.StringType;

/** Tells how values of schemas travel, and as what Java holds them. */
public final class Codings {

    private final Simple text;
    private final Function<Schema, JavaName> codecs;
    private final ExistingTypes existing;

    /** With the class of text, and the codecs of records, all classes being generated. */
    public Codings(StringType stringType, Function<Schema, JavaName> codecs) {
        this(stringType, codecs, ExistingTypes.NONE);
    }

    /** With classes that exist. */
    Codings(StringType stringType, Function<Schema, JavaName> codecs, ExistingTypes existing) {
        this.existing = existing;
        this.codecs = codecs;
        this.text = switch (stringType) {
            case String -> Simple.STRING;
            case Utf8 -> Simple.UTF8;
            case CharSequence -> Simple.CHAR_SEQUENCE;
        };
    }

    /** How values of a schema, as a class has it, travel and are held. */
    public Coding of(Schema schema) {
        Coding logical = LogicalCoding.of(schema);
        if (logical != null) {
            return logical;
        }
        return switch (schema.getType()) {
            case NULL -> new Coding.Nothing();
            case BOOLEAN -> Simple.BOOLEAN;
            case INT -> Simple.INT;
            case LONG -> Simple.LONG;
            case FLOAT -> Simple.FLOAT;
            case DOUBLE -> Simple.DOUBLE;
            case BYTES -> Simple.BYTES;
            case STRING -> text;
            case FIXED ->
                existing.has(schema)
                        ? new Coding.Existing(ClassNames.of(schema))
                        : new Coding.Fixed(ClassNames.of(schema), schema.getFixedSize());
            case ENUM -> new Coding.Symbol(ClassNames.of(schema));
            case RECORD ->
                existing.has(schema)
                        ? new Coding.Existing(ClassNames.of(schema))
                        : new Coding.Nested(ClassNames.of(schema), codecs.apply(schema));
            case ARRAY -> new Coding.Items(of(schema.getElementType()), least(0, schema.getElementType()));
            case MAP -> new Coding.Entries(text, of(schema.getValueType()), least(1, schema.getValueType()));
            case UNION -> union(schema.getTypes());
        };
    }

    private Coding union(List<Schema> branches) {
        if (branches.size() == 2) {
            for (int i = 0; i < 2; i++) {
                if (branches.get(i).getType() == Schema.Type.NULL) {
                    return new Coding.Maybe(of(branches.get(1 - i)), i);
                }
            }
        }
        return new Coding.Choice(branches.stream().map(this::of).toList());
    }

    private Coding.Least least(int keyBytes, Schema value) {
        if (!existing.in(value).isEmpty()) {
            return new Coding.Least(keyBytes, 1); // its own schema, which may have less, is not known
        }
        return new Coding.Least(keyBytes + LeastBytes.of(value), LeastMemory.of(value));
    }
}
