package io.tidings.codegen.avro;

import io.tidings.codegen.plan.CodecPlan;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.JavaName;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;

/** The annotations of a class: where it comes from, its codec, and what it says of null. */
final class RecordMarks {

    private final Map<JavaName, CodecPlan> codecs = new HashMap<>();
    private final String origin;

    RecordMarks(GenerationPlan plan) {
        plan.codecs().forEach(codec -> codecs.put(codec.record(), codec));
        this.origin = "(document = " + literal(plan.document()) + ", version = " + literal(plan.version()) + ")\n";
    }

    /** A line each. */
    String on(JavaName type, Schema schema, Imports imports) {
        StringBuilder marks = new StringBuilder("@" + imports.name("io.tidings.messaging.Generated") + origin);
        CodecPlan codec = codecs.get(type);
        if (codec != null) {
            marks.append("@")
                    .append(imports.name("io.tidings.messaging.avro.Coded"))
                    .append("(")
                    .append(codec.name().simpleName())
                    .append(".class)\n");
        }
        if (schema.getType() == Schema.Type.FIXED) {
            marks.append("@")
                    .append(imports.name("org.apache.avro.specific.FixedSize"))
                    .append("(")
                    .append(schema.getFixedSize())
                    .append(")\n");
        }
        marks.append("@")
                .append(imports.name("org.apache.avro.specific.AvroGenerated"))
                .append("\n");
        if (schema.getType() == Schema.Type.RECORD) {
            // Avro makes records empty and then sets their fields; and they serialize themselves, whatever these are.
            marks.append("@")
                    .append(imports.name("org.jspecify.annotations.NullMarked"))
                    .append("\n@")
                    .append(imports.name("java.lang.SuppressWarnings"))
                    .append("({\"NullAway\", \"serial\"})\n");
        }
        return marks.toString();
    }

    /** Of a class that stands beside a record. */
    String beside(Imports imports) {
        return "@" + imports.name("io.tidings.messaging.Generated") + origin + "@"
                + imports.name("org.jspecify.annotations.NullMarked") + "\n";
    }

    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                literal.append(String.format("\\%03o", c));
            } else {
                literal.append(c == '"' || c == '\\' ? "\\" : "").appendCodePoint(c);
            }
        });
        return literal.append('"').toString();
    }
}
