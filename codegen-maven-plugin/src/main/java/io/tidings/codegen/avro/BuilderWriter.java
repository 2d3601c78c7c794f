package io.tidings.codegen.avro;

import java.util.List;
import org.apache.avro.compiler.specific.SpecificCompiler;

/** Writes the builder within a record class, as Avro's own template has it but for builders of nested records. */
final class BuilderWriter {

    private final SpecificCompiler avro;
    private final String type;
    private final List<FieldText> fields;
    private final Imports imports;
    private final SourceLines out;

    BuilderWriter(SpecificCompiler avro, String type, List<FieldText> fields, Imports imports, SourceLines out) {
        this.avro = avro;
        this.type = type;
        this.fields = fields;
        this.imports = imports;
        this.out = out;
    }

    void write() {
        out.add("    /** Builds records, and gives fields that are not set their defaults. */\n")
                .add("    @%s\n", imports.name("org.apache.avro.specific.AvroGenerated"))
                .add(
                        "    public static final class Builder extends %s<%s> implements %s<%s> {\n\n",
                        imports.name("org.apache.avro.specific.SpecificRecordBuilderBase"),
                        type,
                        imports.name("org.apache.avro.data.RecordBuilder"),
                        type);
        fields.forEach(field -> out.add("        private %s %s;\n", variableType(field), field.variable()));
        out.add(fields.isEmpty() ? "" : "\n")
                .add("        private Builder() {\n            super(SCHEMA$, MODEL$);\n        }\n\n")
                .add("        private Builder(Builder other$) {\n            super(other$);\n");
        fields.forEach(field -> copy(field, true));
        out.add("        }\n\n")
                .add("        private Builder(%s other$) {\n            super(SCHEMA$, MODEL$);\n", type);
        fields.forEach(field -> copy(field, false));
        out.add("        }\n\n");
        fields.forEach(this::accessors);
        build();
        out.add("    }\n\n");
    }

    /** What is not set yet is null. */
    private String variableType(FieldText field) {
        if (field.primitive() || field.nullable()) {
            return field.type();
        }
        return imports.nullable(field.castType());
    }

    private void copy(FieldText field, boolean builder) {
        String variable = field.variable();
        int i = field.position();
        out.add("            if (isValidValue(fields()[%d], other$.%s)) {\n", i, variable)
                .add(
                        "                this.%s = data().deepCopy(fields()[%d].schema(), other$.%s);\n",
                        variable, i, variable)
                .add(
                        builder
                                ? "                fieldSetFlags()[%d] = other$.fieldSetFlags()[%d];\n            }\n"
                                : "                fieldSetFlags()[%d] = true;\n            }\n",
                        i,
                        i);
    }

    private void accessors(FieldText field) {
        String name = field.field().name();
        String suffix = field.names().suffix();
        String variable = field.variable();
        int i = field.position();
        out.add("        /** Field {@code %s} as far as it is set. */\n", name)
                .add(
                        "        public %s get%s() {\n            return %s;\n        }\n\n",
                        variableType(field), suffix, variable)
                .add("        /** Sets field {@code %s}. */\n", name)
                .add("        public Builder set%s(%s value) {\n", suffix, field.type())
                .add("            validate(fields()[%d], value);\n", i)
                .add("            %s\n", assignment(field))
                .add("            fieldSetFlags()[%d] = true;\n            return this;\n        }\n\n", i)
                .add("        /** Whether field {@code %s} is set. */\n", name)
                .add(
                        "        public boolean has%s() {\n            return fieldSetFlags()[%d];\n        }\n\n",
                        suffix, i)
                .add("        /** Leaves field {@code %s} to its default. */\n", name)
                .add("        public Builder clear%s() {\n", suffix);
        if (!field.primitive()) {
            out.add("            %s = null;\n", variable);
        }
        out.add("            fieldSetFlags()[%d] = false;\n            return this;\n        }\n\n", i);
    }

    private String assignment(FieldText field) {
        String code = avro.generateSetterCode(field.field().schema(), field.variable(), "value")
                .strip();
        return code.endsWith(";") ? code : code + ";";
    }

    private void build() {
        String missing = imports.name("org.apache.avro.AvroMissingFieldException");
        out.add("        @%s\n", imports.name("java.lang.Override"))
                .add("        @%s(\"unchecked\")\n", imports.name("java.lang.SuppressWarnings"))
                .add("        public %s build() {\n            try {\n", type)
                .add("                %s record$ = new %s();\n", type, type);
        for (FieldText field : fields) {
            boolean object = field.boxedType().equals(imports.name("java.lang.Object"));
            out.add(
                    "                record$.%s = fieldSetFlags()[%d] ? this.%s : %sdefaultValue(fields()[%d]);\n",
                    field.variable(),
                    field.position(),
                    field.variable(),
                    object ? "" : "(" + field.boxedType() + ") ",
                    field.position());
        }
        out.add("                return record$;\n")
                .add("            } catch (%s e) {\n                throw e;\n", missing)
                .add("            } catch (%s e) {\n", imports.name("java.lang.Exception"))
                .add(
                        "                throw new %s(e);\n            }\n        }\n",
                        imports.name("org.apache.avro.AvroRuntimeException"));
    }
}
