package io.tidings.codegen.avro;

import io.tidings.codegen.plan.ChoicePlan;
import java.util.List;

/** Writes a sealed interface with a record for each type that a field may hold. */
final class ChoiceWriter {

    /** A method cannot take more than 255 arguments. */
    private static final int MOST_FUNCTIONS = 200;

    private final String type;
    private final String record;
    private final String field;
    private final List<ChoiceVariant> variants;
    private final Imports imports;
    private final SourceLines out = new SourceLines();

    ChoiceWriter(ChoicePlan plan, String field, List<ChoiceVariant> variants, Imports imports) {
        this.type = plan.type().simpleName();
        this.record = imports.name(plan.record().toString());
        this.field = field;
        this.variants = variants;
        this.imports = imports;
    }

    String doc() {
        return "/** What field {@code " + field + "} of {@link " + record + "} holds, as one of its types. */\n";
    }

    /** From the word {@code public} to the last brace. */
    String write() {
        String object = imports.name("java.lang.Object");
        out.add("public sealed interface %s {\n\n", type)
                .add("    /** The value as the record holds it. */\n    %s value();\n\n", object);
        from(object);
        variants.forEach(variant -> out.add("    /** Of that type. */\n")
                .add("    static %s of(%s value) {\n", type, variant.argument())
                .add("        return new %s(value);\n    }\n\n", variant.name()));
        if (variants.size() <= MOST_FUNCTIONS) {
            match();
        }
        variants.forEach(this::variant);
        out.add("}\n");
        return out.toString();
    }

    private void from(String object) {
        String wrong = imports.name("java.lang.IllegalArgumentException");
        out.add("    /**\n     * What a record holds, as one of its types.\n     *\n")
                .add("     * @throws %s if it is of none of them\n     */\n", wrong)
                .add("    @%s(\"unchecked\")\n", imports.name("java.lang.SuppressWarnings"))
                .add("    static %s from(%s value) {\n", type, object);
        for (ChoiceVariant variant : variants) {
            out.add("        if (value instanceof %s is) {\n", variant.taken())
                    .add("            return new %s(%s);\n        }\n", variant.name(), variant.converted("is"));
        }
        out.add(
                "        throw new %s(\"Field '%s' holds no \" + value.getClass().getName());\n    }\n\n",
                wrong, field);
    }

    private void match() {
        String function = imports.name("java.util.function.Function");
        out.add("    /** What the function for the value's type makes of it. */\n    default <R> R match(");
        String separator = "\n            ";
        for (ChoiceVariant variant : variants) {
            out.add("%s%s<? super %s, ? extends R> %s", separator, function, variant.type(), variant.function());
            separator = ",\n            ";
        }
        out.add(") {\n");
        int last = variants.size() - 1;
        for (ChoiceVariant variant : variants.subList(0, last)) {
            out.add("        if (this instanceof %s is) {\n", variant.name())
                    .add("            return %s.apply(is.value());\n        }\n", variant.function());
        }
        ChoiceVariant rest = variants.get(last);
        out.add("        return %s.apply(((%s) this).value());\n    }\n\n", rest.function(), rest.name());
    }

    private void variant(ChoiceVariant variant) {
        out.add("    /** Of that type. */\n")
                .add("    record %s(%s value) implements %s {\n\n", variant.name(), variant.type(), type)
                .add("        /** Never null. */\n")
                .add("        public %s {\n", variant.name())
                .add("            %s.requireNonNull(value, \"%s\");\n", imports.name("java.util.Objects"), field)
                .add("        }\n    }\n\n");
    }
}
