package io.tidings.codegen.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/** Plans a sealed interface for each field that is a union of two types or more, null not counted. */
final class ChoicePlanner {

    /** The names of class files begin with that of the interface. */
    private static final int LONGEST = 80;

    private ChoicePlanner() {}

    /** Of all records; the names are taken from then on. */
    static List<ChoicePlan> plan(List<Schema> types, Neighbours neighbours) {
        List<ChoicePlan> choices = new ArrayList<>();
        for (Schema type : types) {
            if (type.getType() == Schema.Type.RECORD) {
                plan(type, neighbours, choices);
            }
        }
        return choices;
    }

    private static void plan(Schema schema, Neighbours neighbours, List<ChoicePlan> choices) {
        JavaName record = ClassNames.of(schema);
        List<FieldNames> names = FieldNames.of(schema);
        Set<String> getters = new HashSet<>();
        names.forEach(given -> getters.add(given.getter()));
        for (Schema.Field field : schema.getFields()) {
            if (isChoice(field.schema())) {
                FieldNames given = names.get(field.pos());
                String stem = record.simpleName()
                        + given.suffix().replaceAll("\\$+", "_").replaceAll("_$", "");
                JavaName named = new JavaName(record.packageName(), NameScope.fitting(stem, LONGEST));
                choices.add(new ChoicePlan(
                        neighbours.beside(named, "Choice"), record, field.pos(), getter(given.getter(), getters)));
            }
        }
    }

    private static boolean isChoice(Schema schema) {
        return schema.getType() == Schema.Type.UNION
                && schema.getTypes().stream()
                                .filter(branch -> branch.getType() != Schema.Type.NULL)
                                .count()
                        > 1;
    }

    private static String getter(String getter, Set<String> taken) {
        String wanted = getter + "Choice";
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + number;
        }
        return name;
    }
}
