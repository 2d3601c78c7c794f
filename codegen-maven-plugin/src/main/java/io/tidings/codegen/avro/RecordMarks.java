package io.tidings.codegen.avro;

import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.JavaName;

/** What we add to a class that Avro's compiler wrote: where it comes from, its codec, and that it says nothing of null. */
final class RecordMarks {

    private static final String AVRO_MARK = "\n@org.apache.avro.specific.AvroGenerated\npublic ";

    /** Records serialize themselves with Avro, whatever their fields are; newer compilers do not know that. */
    private static final String SERIAL = "\n@SuppressWarnings(\"serial\")";

    private final GenerationPlan plan;
    private final String generated;

    RecordMarks(GenerationPlan plan) {
        this.plan = plan;
        this.generated = "\n@io.tidings.messaging.Generated(document = " + literal(plan.document()) + ", version = "
                + literal(plan.version()) + ")";
    }

    /** The source of a class with our marks. */
    String on(JavaName type, String source) {
        boolean nullMarked = type.packageName().equals(plan.packageName());
        String coded = plan.codecOf(type)
                .map(codec -> "\n@io.tidings.messaging.avro.Coded(" + codec.name() + ".class)")
                .orElse("");
        String marks = generated + coded + SERIAL + (nullMarked ? "\n@org.jspecify.annotations.NullUnmarked" : "");
        int place = source.indexOf(AVRO_MARK);
        if (place < 0) {
            throw new IllegalStateException(
                    "Avro's compiler writes classes otherwise than this version of Tidings knows");
        }
        return source.substring(0, place) + marks + source.substring(place);
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
