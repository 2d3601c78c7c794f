package io.tidings.codegen.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.jspecify.annotations.Nullable;

/** Plans staged builders, beside the records they build. */
final class StagesPlanner {

    /** The name of a class file begins with that of the class around it. */
    private static final int LONGEST = 80;

    /** What every class has with one argument. */
    private static final Set<String> TAKEN_METHODS = Set.of("equals", "wait");

    private StagesPlanner() {}

    /** For each record; their names are taken from then on. */
    static List<StagesPlan> plan(List<Schema> types, Neighbours neighbours) {
        return types.stream()
                .filter(type -> type.getType() == Schema.Type.RECORD)
                .map(type -> plan(type, neighbours))
                .toList();
    }

    private static StagesPlan plan(Schema schema, Neighbours neighbours) {
        JavaName record = ClassNames.of(schema);
        Set<String> stages = new HashSet<>();
        stages.add(StagesPlan.LAST.toLowerCase(Locale.ROOT));
        stages.add(StagesPlan.TAKER.toLowerCase(Locale.ROOT));
        List<FieldNames> names = FieldNames.of(schema);
        List<StagesPlan.Step> steps = new ArrayList<>();
        for (Schema.Field field : schema.getFields()) {
            FieldNames given = names.get(field.pos());
            boolean nullable = field.schema().isNullable();
            steps.add(new StagesPlan.Step(
                    field.pos(),
                    method(field.name(), given.suffix()),
                    nullable || field.hasDefaultValue() ? null : stage(given.suffix(), stages),
                    nullable && !field.hasDefaultValue()));
        }
        return new StagesPlan(neighbours.beside(record, "Stages"), record, steps);
    }

    /** As the setter, without {@code set}. No two suffixes differ in nothing but the case of the first letter. */
    private static String method(String field, String suffix) {
        String first = field.replaceFirst("^_+", "");
        boolean lower = !first.isEmpty() && Character.isLowerCase(first.charAt(0));
        String method = SpecificCompiler.mangle(
                lower ? suffix.substring(0, 1).toLowerCase(Locale.ROOT) + suffix.substring(1) : suffix);
        return TAKEN_METHODS.contains(method) ? method + "$" : method;
    }

    /** A class file is called after it, and many file systems take names that differ in case only for one. */
    private static @Nullable String stage(String suffix, Set<String> taken) {
        String wanted = NameScope.fitting("Needs" + suffix, LONGEST);
        String name = wanted;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }
}
