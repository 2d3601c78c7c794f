package io.tidings.codegen.plan;

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
    private final Codings codings;
    private final Set<String> classes = new HashSet<>();
    private final Map<String, JavaName> codecs = new LinkedHashMap<>();
    private final ExistingTypes existing;

    private CodecPlanner(List<Schema> types, ExistingTypes existing, RecordSettings records, Neighbours neighbours) {
        this.existing = existing;
        this.neighbours = neighbours;
        StringType stringType = records.stringType();
        this.records = records;
        this.types = types;
        this.strings = new StringClasses(stringType);
        this.codings = new Codings(stringType, this::name, existing);
    }

    /** Of all types, those that exist included. */
    static List<CodecPlan> plan(
            List<Schema> types, ExistingTypes existing, RecordSettings records, Neighbours neighbours) {
        return new CodecPlanner(types, existing, records, neighbours).plan();
    }

    private List<CodecPlan> plan() {
        List<Schema> coded = types.stream()
                .filter(type -> type.getType() == Schema.Type.RECORD && !existing.has(type))
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
                    codings.of(field.schema())));
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
}
