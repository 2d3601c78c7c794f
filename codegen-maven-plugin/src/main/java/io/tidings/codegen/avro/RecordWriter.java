package io.tidings.codegen.avro;

import io.tidings.codegen.output.DocText;
import io.tidings.codegen.plan.Accessors;
import io.tidings.codegen.plan.ChoicePlan;
import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.StagesPlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.jspecify.annotations.Nullable;

/** Writes the class of a record. Its members are those that Avro's own template gives it, and so every Avro tool can use it. */
final class RecordWriter {

    private static final String INDENT = "    ";
    private static final String SPECIFIC = "org.apache.avro.specific.";

    private final RecordCompiler avro;
    private final @Nullable StagesPlan stages;
    private final Map<Integer, ChoicePlan> choices;
    private final Accessors settings;
    private final List<JavaName> existing;
    private final Schema schema;
    private final String type;
    private final String schemaText;
    private final Imports imports;
    private final List<FieldText> fields;
    private final SourceLines out = new SourceLines();

    RecordWriter(
            RecordCompiler avro,
            Accessors settings,
            Companions companions,
            List<JavaName> existing,
            Schema schema,
            JavaName name,
            String schemaText,
            Imports imports) {
        this.avro = avro;
        this.settings = settings;
        this.stages = companions.stages(name);
        this.choices = companions.choices(name);
        this.existing = existing;
        this.schema = schema;
        this.type = name.simpleName();
        this.schemaText = schemaText;
        this.imports = imports;
        this.fields = new FieldTypes(avro, imports).of(schema);
    }

    /** From the word {@code public} to the last brace. */
    String write() {
        out.add(
                "public class %s extends %s implements %s {\n\n",
                type, imports.name(SPECIFIC + "SpecificRecordBase"), imports.name(SPECIFIC + "SpecificRecord"));
        constants();
        variables();
        constructors();
        accessByPosition();
        fields.forEach(this::accessors);
        newBuilders();
        new BuilderWriter(avro, type, fields, imports, out).write();
        messages();
        comparison();
        out.add("}\n");
        return out.toString();
    }

    private void constants() {
        String schemaType = imports.name("org.apache.avro.Schema");
        String model = imports.name(SPECIFIC + "SpecificData");
        out.add("    private static final long serialVersionUID = %dL;\n\n", SpecificCompiler.fingerprint64(schema))
                .add("    /** What this class was generated from. */\n")
                .add("    public static final %s SCHEMA$ = %s;\n\n", schemaType, ownSchema())
                .add(
                        "    private static final %s MODEL$ = new %s(%s.class%s);\n\n",
                        model, imports.name("io.tidings.messaging.avro.RecordData"), type, existingClasses(", "));
        var conversions = avro.getUsedConversionClasses(schema);
        if (!conversions.isEmpty()) {
            out.add("    static {\n");
            conversions.forEach(conversion ->
                    out.add("        MODEL$.addLogicalTypeConversion(new %s());\n", imports.in(conversion)));
            out.add("    }\n\n");
        }
        String encoder = imports.name("org.apache.avro.message.BinaryMessageEncoder");
        String decoder = imports.name("org.apache.avro.message.BinaryMessageDecoder");
        out.add("    private static final %s<%s> ENCODER$ = new %s<>(MODEL$, SCHEMA$);\n", encoder, type, encoder)
                .add("    private static final %s<%s> DECODER$ = new %s<>(MODEL$, SCHEMA$);\n", decoder, type, decoder)
                .gap();
        datum("DatumWriter", "WRITER$");
        datum("DatumReader", "READER$");
        if (avro.hasLogicalTypeField(schema)) {
            String conversion = imports.name("org.apache.avro.Conversion");
            out.add("    private static final %s<?>[] CONVERSIONS$ = new %s<?>[] {\n", conversion, conversion);
            fields.forEach(field -> out.add("        %s,\n", instance(field)));
            out.add("    };\n\n");
        }
    }

    private String ownSchema() {
        String parsed = imports.name("org.apache.avro.JsonSchemaParser") + ".parseInternal(" + schemaText + ")";
        return existing.isEmpty()
                ? parsed
                : imports.name("io.tidings.messaging.avro.ExistingClasses") + ".in(\n            " + parsed
                        + existingClasses(",\n            ") + ")";
    }

    /** For arguments that follow others. */
    private String existingClasses(String separator) {
        return existing.stream()
                .map(name -> separator + imports.name(name.toString()) + ".class")
                .collect(Collectors.joining());
    }

    private void datum(String kind, String constant) {
        String name = imports.name("org.apache.avro.io." + kind);
        out.add(unchecked())
                .add("    private static final %s<%s> %s =\n", name, type, constant)
                .add("            (%s<%s>) MODEL$.create%s(SCHEMA$);\n\n", name, type, kind);
    }

    private String instance(FieldText field) {
        String instance = avro.conversionInstance(field.field().schema());
        return instance.startsWith("new ") && instance.endsWith("()")
                ? "new " + imports.in(instance.substring(4, instance.length() - 2)) + "()"
                : instance;
    }

    private void variables() {
        String visible = settings.publicFields() ? "public " : settings.bypassed() ? "" : "private ";
        for (FieldText field : fields) {
            for (String annotation : avro.javaAnnotations(field.field())) {
                out.add("    @").add(annotation).add("\n");
            }
            out.add("    %s%s %s;\n", visible, field.type(), field.variable());
        }
        out.add(fields.isEmpty() ? "" : "\n");
    }

    private void constructors() {
        out.add("    /** Leaves every field unset, whatever its default: {@link #newBuilder} heeds defaults. */\n")
                .add("    public %s() {}\n\n", type);
        if (fields.isEmpty() || !avro.fitIntoConstructor(schema)) {
            return;
        }
        out.add("    /** Sets every field. */\n").add("    public %s(", type);
        String separator = "";
        boolean broken = fields.size() > 3;
        for (FieldText field : fields) {
            out.add(separator).add(broken ? "\n            " : "").add("%s %s", field.type(), field.variable());
            separator = broken ? "," : ", ";
        }
        out.add(") {\n");
        fields.forEach(field -> out.add("        %s\n", assignment(field, field.variable())));
        out.add("    }\n\n");
    }

    /** Avro cuts times to what travels. */
    private String assignment(FieldText field, String value) {
        String code = avro.generateSetterCode(field.field().schema(), field.variable(), value);
        String statement = code.strip().endsWith(";") ? code.strip() : code.strip() + ";";
        return statement;
    }

    private void accessByPosition() {
        String override = override();
        String object = imports.name("java.lang.Object");
        String nullableObject = imports.nullable(object);
        String outside = imports.name("java.lang.IndexOutOfBoundsException");
        String schemaType = imports.name("org.apache.avro.Schema");
        out.add("    /** What this class was generated from. */\n")
                .add("    public static %s getClassSchema() {\n        return SCHEMA$;\n    }\n\n", schemaType)
                .add(override)
                .add("    public %s getSchema() {\n        return SCHEMA$;\n    }\n\n", schemaType)
                .add(override)
                .add(
                        "    public %s getSpecificData() {\n        return MODEL$;\n    }\n\n",
                        imports.name(SPECIFIC + "SpecificData"));
        if (avro.hasLogicalTypeField(schema)) {
            out.add(override)
                    .add(
                            "    public %s<?> getConversion(int field) {\n        return CONVERSIONS$[field];\n    }\n\n",
                            imports.name("org.apache.avro.Conversion"));
        }
        String nothing = "throw new " + outside + "(\"There is no field \" + position$);\n";
        out.add("    /** A field by its position: for Avro's writers. */\n")
                .add(override)
                .add("    public %s get(int position$) {\n", nullableObject);
        if (fields.isEmpty()) {
            out.add("        ").add(nothing);
        } else {
            out.add("        return switch (position$) {\n");
            fields.forEach(field -> out.add("            case %d -> %s;\n", field.position(), field.variable()));
            out.add("            default -> ").add(nothing).add("        };\n");
        }
        out.add("    }\n\n    /** Sets a field by its position: for Avro's readers. */\n")
                .add(override)
                .add(fields.isEmpty() ? "" : unchecked())
                .add("    public void put(int position$, %s value$) {\n", nullableObject);
        if (fields.isEmpty()) {
            out.add("        ").add(nothing);
        } else {
            out.add("        switch (position$) {\n");
            fields.forEach(field ->
                    out.add("            case %d -> this.%s = %s;\n", field.position(), field.variable(), cast(field)));
            out.add("            default -> ").add(nothing).add("        }\n");
        }
        out.add("    }\n\n");
    }

    private String override() {
        return "    @" + imports.name("java.lang.Override") + "\n";
    }

    private String unchecked() {
        return "    @" + imports.name("java.lang.SuppressWarnings") + "(\"unchecked\")\n";
    }

    private String cast(FieldText field) {
        String java = avro.javaType(field.field().schema());
        if (java.equals("java.lang.Object")) {
            return "value$";
        }
        return java.equals("java.lang.String")
                ? "value$ == null ? null : value$.toString()"
                : "(" + field.boxedType() + ") value$";
    }

    private void accessors(FieldText field) {
        boolean optional = settings.returnsOptional(field.nullable());
        String says = "Field {@code " + field.field().name() + "}";
        if (optional) {
            out.add(doc(says, field)).add(optionalGetter("get", field));
        } else {
            out.add(doc(says, field))
                    .add(
                            "    public %s get%s() {\n        return %s;\n    }\n\n",
                            field.type(), field.names().suffix(), field.variable());
        }
        if (settings.optionalGetters()) {
            out.add(
                            "    /** Field {@code %s}, or nothing if it is null. */\n",
                            field.field().name())
                    .add(optionalGetter("getOptional", field));
        }
        ChoicePlan choice = choices.get(field.position());
        if (choice != null) {
            new ChoiceAccessors(choice, field, imports).write(settings.setters(), out);
        }
        if (settings.setters()) {
            out.add("    /** Sets field {@code %s}. */\n", field.field().name())
                    .add(
                            "    public void set%s(%s value) {\n        %s\n    }\n\n",
                            field.names().suffix(), field.type(), assignment(field, "value"));
        }
    }

    private String optionalGetter(String prefix, FieldText field) {
        String optional = imports.name("java.util.Optional");
        return String.format(
                "    public %s<%s> %s%s() {\n        return %s.ofNullable(%s);\n    }\n\n",
                optional, field.boxedType(), prefix, field.names().suffix(), optional, field.variable());
    }

    private static String doc(String says, FieldText field) {
        return field.doc().isBlank() ? INDENT + "/** " + says + ". */\n" : DocText.comment(INDENT, field.doc());
    }

    private void newBuilders() {
        if (stages != null) {
            String holder = stages.type().simpleName();
            out.add(
                            "    /** Builds a record step by step: code that leaves out what has to be set does not compile. */\n")
                    .add("    public static %s.%s builder() {\n", holder, stages.first())
                    .add("        return %s.first();\n    }\n\n", holder);
        }
        out.add("    /** A builder that heeds defaults. */\n")
                .add("    public static Builder newBuilder() {\n        return new Builder();\n    }\n\n")
                .add("    /** A builder that begins as another one. */\n")
                .add("    public static Builder newBuilder(%s other) {\n", imports.nullable("Builder"))
                .add("        return other == null ? new Builder() : new Builder(other);\n    }\n\n")
                .add("    /** A builder that begins with the fields of a record. */\n")
                .add("    public static Builder newBuilder(%s other) {\n", imports.nullable(type))
                .add("        return other == null ? new Builder() : new Builder(other);\n    }\n\n");
    }

    private void messages() {
        String failure = imports.name("java.io.IOException");
        String buffer = imports.name("java.nio.ByteBuffer");
        String decoder = imports.name("org.apache.avro.message.BinaryMessageDecoder");
        String data = imports.name(SPECIFIC + "SpecificData");
        out.add("    /** Writes Avro's single-object encoding. */\n")
                .add(
                        "    public static %s<%s> getEncoder() {\n        return ENCODER$;\n    }\n\n",
                        imports.name("org.apache.avro.message.BinaryMessageEncoder"), type)
                .add("    /** Reads Avro's single-object encoding, written with this class's schema. */\n")
                .add("    public static %s<%s> getDecoder() {\n        return DECODER$;\n    }\n\n", decoder, type)
                .add("    /** Reads Avro's single-object encoding, written with any schema of a store. */\n")
                .add(
                        "    public static %s<%s> createDecoder(%s store) {\n",
                        decoder, type, imports.name("org.apache.avro.message.SchemaStore"))
                .add("        return new %s<>(MODEL$, SCHEMA$, store);\n    }\n\n", decoder)
                .add("    /** This record in Avro's single-object encoding. */\n")
                .add(
                        "    public %s toByteBuffer() throws %s {\n        return ENCODER$.encode(this);\n    }\n\n",
                        buffer, failure)
                .add("    /** A record in Avro's single-object encoding. */\n")
                .add("    public static %s fromByteBuffer(%s bytes) throws %s {\n", type, buffer, failure)
                .add("        return DECODER$.decode(bytes);\n    }\n\n")
                .add(override())
                .add(
                        "    public void writeExternal(%s out) throws %s {\n",
                        imports.name("java.io.ObjectOutput"), failure)
                .add("        WRITER$.write(this, %s.getEncoder(out));\n    }\n\n", data)
                .add(override())
                .add("    public void readExternal(%s in) throws %s {\n", imports.name("java.io.ObjectInput"), failure)
                .add("        READER$.read(this, %s.getDecoder(in));\n    }\n", data);
    }

    /** Text of any class compares as Avro's own base class does it, and so do logical types that only the application knows. */
    private void comparison() {
        List<FieldText> compared = fields.stream()
                .filter(field -> !avro.ignoredField(field.field()))
                .toList();
        boolean anyText = compared.stream().anyMatch(field -> field.boxedType().contains("CharSequence"));
        if (anyText || !avro.canGenerateEqualsAndHashCode(schema)) {
            return;
        }
        out.gap().add(override()).add("    public int hashCode() {\n        int result$ = 1;\n");
        compared.forEach(field -> out.add("        result$ = 31 * result$ + %s;\n", hash(field)));
        out.add("        return result$;\n    }\n\n")
                .add(override())
                .add("    public boolean equals(%s other$) {\n", imports.nullable(imports.name("java.lang.Object")))
                .add("        if (this == other$) {\n            return true;\n        }\n");
        if (compared.isEmpty()) {
            out.add("        return other$ instanceof %s;\n    }\n", type);
            return;
        }
        out.add("        return other$ instanceof %s that$", type);
        compared.forEach(field -> out.add("\n                && %s", equal(field)));
        out.add(";\n    }\n");
    }

    private String hash(FieldText field) {
        String variable = field.variable();
        return field.primitive()
                ? imports.name("java.lang." + wrapper(field)) + ".hashCode(" + variable + ")"
                : imports.name("java.util.Objects") + ".hashCode(" + variable + ")";
    }

    private String equal(FieldText field) {
        String variable = field.variable();
        return switch (field.type()) {
            case "float", "double" ->
                imports.name("java.lang." + wrapper(field)) + ".compare(" + variable + ", that$." + variable + ") == 0";
            default ->
                field.primitive()
                        ? variable + " == that$." + variable
                        : imports.name("java.util.Objects") + ".equals(" + variable + ", that$." + variable + ")";
        };
    }

    private static String wrapper(FieldText field) {
        return switch (field.type()) {
            case "int" -> "Integer";
            case "long" -> "Long";
            case "float" -> "Float";
            case "double" -> "Double";
            default -> "Boolean";
        };
    }
}
