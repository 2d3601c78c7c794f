package io.tidings.codegen.avro;

import io.tidings.codegen.plan.ChoicePlan;

/** Writes how a record's field is read and set as one of its types. */
final class ChoiceAccessors {

    private final ChoicePlan choice;
    private final FieldText field;
    private final Imports imports;

    ChoiceAccessors(ChoicePlan choice, FieldText field, Imports imports) {
        this.choice = choice;
        this.field = field;
        this.imports = imports;
    }

    void write(boolean setters, SourceLines out) {
        String plain = imports.name(choice.type().toString());
        String type = field.nullable() ? imports.nullable(plain) : plain;
        String name = field.field().name();
        String variable = field.variable();
        out.add("    /** Field {@code %s} as one of its types. */\n", name)
                .add("    public %s %s() {\n", type, choice.getter())
                .add("        return %s%s.from(%s);\n    }\n\n", unlessNull(variable), plain, variable);
        if (setters) {
            out.add("    /** Sets field {@code %s}. */\n", name)
                    .add("    public void set%s(%s value) {\n", field.names().suffix(), type)
                    .add("        this.%s = %svalue.value();\n    }\n\n", variable, unlessNull("value"));
        }
    }

    private String unlessNull(String variable) {
        return field.nullable() ? variable + " == null ? null : " : "";
    }
}
