package io.tidings.codegen.avro;

import io.tidings.codegen.output.DocText;
import io.tidings.codegen.plan.ChoicePlan;
import io.tidings.codegen.plan.StagesPlan;
import io.tidings.codegen.plan.StagesPlan.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes the class that holds the stages of a builder: an interface for each, and one class that takes all steps. */
final class StagesWriter {

    private static final String MEMBER = "        ";

    private final StagesPlan plan;
    private final Map<Integer, ChoicePlan> choices;
    private final List<FieldText> fields;
    private final Imports imports;
    private final String record;
    private final String builder;
    private final SourceLines out = new SourceLines();

    /** With the fields of the record as the source names their types. */
    StagesWriter(StagesPlan plan, Map<Integer, ChoicePlan> choices, List<FieldText> fields, Imports imports) {
        this.plan = plan;
        this.choices = choices;
        this.fields = fields;
        this.imports = imports;
        this.record = imports.name(plan.record().toString());
        // A variable would hide a class of its name, and a package.
        this.builder = (plan.record() + ".").matches("builder\\..*|.*\\.builder\\.") ? "builder$" : "builder";
    }

    /** From the word {@code public} to the last brace. */
    String write() {
        String type = plan.type().simpleName();
        out.add("public final class %s {\n\n    private %s() {}\n\n", type, type)
                .add("    static %s first() {\n        return new %s();\n    }\n\n", plan.first(), StagesPlan.TAKER);
        List<Step> required = plan.required();
        for (int i = 0; i < required.size(); i++) {
            required(required.get(i), after(required, i));
        }
        complete();
        taker(required);
        out.add("}\n");
        return out.toString();
    }

    private static String after(List<Step> required, int i) {
        return i + 1 < required.size() ? stage(required.get(i + 1)) : StagesPlan.LAST;
    }

    private static String stage(Step required) {
        return Objects.requireNonNull(required.stage());
    }

    private FieldText field(Step step) {
        return fields.get(step.position());
    }

    private void required(Step step, String next) {
        FieldText field = field(step);
        out.add("    /** Field {@code %s} comes next. */\n", field.field().name())
                .add("    public interface %s {\n\n", stage(step))
                .add(doc(field))
                .add("        %s %s(%s value);\n    }\n\n", next, step.method(), type(field));
    }

    private void complete() {
        out.add("    /** All that has to be set is set. */\n").add("    public interface %s {\n\n", StagesPlan.LAST);
        for (Step step : plan.optional()) {
            FieldText field = field(step);
            out.add(doc(field)).add("        %s %s(%s value);\n\n", StagesPlan.LAST, step.method(), type(field));
        }
        out.add("        /** The record. */\n").add("        %s build();\n    }\n\n", record);
    }

    private static String doc(FieldText field) {
        return field.doc().isBlank()
                ? MEMBER + "/** Sets field {@code " + field.field().name() + "}. */\n"
                : DocText.comment(MEMBER, field.doc());
    }

    private void taker(List<Step> required) {
        out.add("    private static final class %s implements ", StagesPlan.TAKER);
        required.forEach(step -> out.add("%s, ", stage(step)));
        out.add("%s {\n\n", StagesPlan.LAST)
                .add("        private final %s.Builder %s = %s.newBuilder();\n\n", record, builder, record);
        List<Step> unset = plan.steps().stream().filter(Step::unsetIsNull).toList();
        if (!unset.isEmpty()) {
            out.add("        private %s() {\n", StagesPlan.TAKER);
            unset.forEach(step -> out.add(
                    "            %s.set%s(null);\n",
                    builder, field(step).names().suffix()));
            out.add("        }\n\n");
        }
        for (int i = 0; i < required.size(); i++) {
            step(required.get(i), after(required, i));
        }
        plan.optional().forEach(step -> step(step, StagesPlan.LAST));
        out.add("        @%s\n", imports.name("java.lang.Override"))
                .add(
                        "        public %s build() {\n            return %s.build();\n        }\n    }\n",
                        record, builder);
    }

    private void step(Step step, String next) {
        FieldText field = field(step);
        out.add("        @%s\n", imports.name("java.lang.Override"))
                .add("        public %s %s(%s value) {\n", next, step.method(), type(field))
                .add("            %s.set%s(%s);\n", builder, field.names().suffix(), value(field))
                .add("            return this;\n        }\n\n");
    }

    private String type(FieldText field) {
        ChoicePlan choice = choices.get(field.position());
        if (choice == null) {
            return field.type();
        }
        String type = imports.name(choice.type().toString());
        return field.nullable() ? imports.nullable(type) : type;
    }

    private String value(FieldText field) {
        boolean choice = choices.containsKey(field.position());
        if (field.nullable()) {
            return choice ? "value == null ? null : value.value()" : "value";
        }
        if (field.primitive()) {
            return "value";
        }
        String checked = imports.name("java.util.Objects") + ".requireNonNull(value, \""
                + field.field().name() + "\")";
        return choice ? checked + ".value()" : checked;
    }
}
