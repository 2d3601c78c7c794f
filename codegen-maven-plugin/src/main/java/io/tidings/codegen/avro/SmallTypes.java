package io.tidings.codegen.avro;

import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;

/** Writes the classes of enums and fixed types, with the members that Avro's own templates give them. */
final class SmallTypes {

    private SmallTypes() {}

    static String ofEnum(Schema schema, String type, String schemaText, Imports imports) {
        SourceLines out = new SourceLines();
        String schemaType = imports.name("org.apache.avro.Schema");
        out.add(
                "public enum %s implements %s<%s> {\n",
                type, imports.name("org.apache.avro.generic.GenericEnumSymbol"), type);
        String separator = "";
        for (String symbol : schema.getEnumSymbols()) {
            out.add(separator).add("    ").add(SpecificCompiler.mangle(symbol));
            separator = ",\n";
        }
        return out.add(";\n\n")
                .add(constants(schemaType, schemaText, imports))
                .gap()
                .add("    @%s\n", imports.name("java.lang.Override"))
                .add("    public %s getSchema() {\n        return SCHEMA$;\n    }\n}\n", schemaType)
                .toString();
    }

    static String ofFixed(Schema schema, String type, String schemaText, Imports imports) {
        String schemaType = imports.name("org.apache.avro.Schema");
        String failure = imports.name("java.io.IOException");
        String data = imports.name("org.apache.avro.specific.SpecificData");
        String override = "    @" + imports.name("java.lang.Override") + "\n";
        return new SourceLines()
                .add("public class %s extends %s {\n\n", type, imports.name("org.apache.avro.specific.SpecificFixed"))
                .add(
                        "    private static final long serialVersionUID = %dL;\n\n",
                        SpecificCompiler.fingerprint64(schema))
                .add(constants(schemaType, schemaText, imports))
                .gap()
                .add("    /** Of zeros. */\n    public %s() {}\n\n", type)
                .add("    /** Of these bytes, of which there must be %d. */\n", schema.getFixedSize())
                .add("    public %s(byte[] bytes) {\n        super(bytes);\n    }\n\n", type)
                .add(override)
                .add("    public %s getSchema() {\n        return SCHEMA$;\n    }\n\n", schemaType)
                .add(override)
                .add(
                        "    public void writeExternal(%s out) throws %s {\n",
                        imports.name("java.io.ObjectOutput"), failure)
                .add(
                        "        new %s<%s>(SCHEMA$).write(this, %s.getEncoder(out));\n    }\n\n",
                        imports.name("org.apache.avro.specific.SpecificDatumWriter"), type, data)
                .add(override)
                .add("    public void readExternal(%s in) throws %s {\n", imports.name("java.io.ObjectInput"), failure)
                .add(
                        "        new %s<%s>(SCHEMA$).read(this, %s.getDecoder(in));\n    }\n}\n",
                        imports.name("org.apache.avro.specific.SpecificDatumReader"), type, data)
                .toString();
    }

    private static String constants(String schemaType, String schemaText, Imports imports) {
        return new SourceLines()
                .add("    /** What this class was generated from. */\n")
                .add(
                        "    public static final %s SCHEMA$ = %s.parseInternal(%s);\n\n",
                        schemaType, imports.name("org.apache.avro.JsonSchemaParser"), schemaText)
                .add("    /** What this class was generated from. */\n")
                .add("    public static %s getClassSchema() {\n        return SCHEMA$;\n    }\n", schemaType)
                .toString();
    }
}
