package io.tidings.codegen.plan;

import io.tidings.codegen.plan.Coding.Simple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData.StringType;

/** Plans a codec for each record, in the order of the types. */
final class CodecPlanner {

    /** What generated code uses beside the fields. */
    private static final Set<String> TAKEN = Set.of("in", "out", "record");

    private final List<Schema> types;
    private final RecordSettings records;
    private final Neighbours neighbours;
    private final StringClasses strings;
    private final Simple text;
    private final Set<String> classes = new HashSet<>();
    private final Map<String, JavaName> codecs = new LinkedHashMap<>();

    private CodecPlanner(List<Schema> types, RecordSettings records, Neighbours neighbours) {
        this.neighbours = neighbours;
        StringType stringType = records.stringType();
        this.records = records;
        this.types = types;
        this.strings = new StringClasses(stringType);
        this.text = switch (stringType) {
            case String -> Simple.STRING;
            case Utf8 -> Simple.UTF8;
            case CharSequence -> Simple.CHAR_SEQUENCE;
        };
    }

    static List<CodecPlan> plan(List<Schema> types, RecordSettings records, Neighbours neighbours) {
        return new CodecPlanner(types, records, neighbours).plan();
    }

    private List<CodecPlan> plan() {
        List<Schema> coded = types.stream()
                .filter(type -> type.getType() == Schema.Type.RECORD)
                .filter(strings::areAbsent)
                .toList();
        name(coded);
        return coded.stream().map(this::codec).toList();
    }

    /** Codecs stand beside their records, among classes whose names the document chose. */
    private void name(List<Schema> coded) {
        neighbours.take(types);
        types.forEach(type -> classes.add(ClassNames.of(type).simpleName()));
        coded.forEach(schema -> codecs.put(schema.getFullName(), neighbours.beside(ClassNames.of(schema), "Codec")));
    }

    private CodecPlan codec(Schema schema) {
        Set<String> variables = new HashSet<>(TAKEN);
        codecs.values().forEach(name -> variables.add(name.simpleName()));
        List<CodecPlan.Field> fields = new ArrayList<>();
        List<FieldNames> names = FieldNames.of(schema);
        for (Schema.Field field : schema.getFields()) {
            fields.add(new CodecPlan.Field(
                    variable(field.name(), variables),
                    names.get(field.pos()),
                    records.accessors().bypassed(),
                    coding(field.schema())));
        }
        return new CodecPlan(name(schema), ClassNames.of(schema), Reach.itself(schema), fields);
    }

    /** A variable would hide a class of its name. */
    private String variable(String fieldName, Set<String> taken) {
        String wanted = JavaWords.of(fieldName).camel();
        String name = wanted;
        for (int number = 2; classes.contains(name) || !taken.add(name); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }

    private JavaName name(Schema schema) {
        JavaName name = codecs.get(schema.getFullName());
        if (name == null) {
            throw new IllegalStateException(schema.getFullName() + " is no type of the document");
        }
        return name;
    }

    private Coding coding(Schema schema) {
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
            case FIXED -> new Coding.Fixed(ClassNames.of(schema), schema.getFixedSize());
            case ENUM -> new Coding.Symbol(ClassNames.of(schema));
            case RECORD -> new Coding.Nested(ClassNames.of(schema), name(schema));
            case ARRAY -> new Coding.Items(coding(schema.getElementType()), least(0, schema.getElementType()));
            case MAP -> new Coding.Entries(text, coding(schema.getValueType()), least(1, schema.getValueType()));
            case UNION -> union(schema.getTypes());
        };
    }

    private Coding union(List<Schema> branches) {
        if (branches.size() == 2) {
            for (int i = 0; i < 2; i++) {
                if (branches.get(i).getType() == Schema.Type.NULL) {
                    return new Coding.Maybe(coding(branches.get(1 - i)), i);
                }
            }
        }
        return new Coding.Choice(branches.stream().map(this::coding).toList());
    }

    private static Coding.Least least(int keyBytes, Schema value) {
        return new Coding.Least(keyBytes + LeastBytes.of(value), LeastMemory.of(value));
    }
}
