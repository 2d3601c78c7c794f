package io.tidings.codegen.avro;

import io.tidings.codegen.output.DocText;
import io.tidings.codegen.output.SourceFile;
import io.tidings.codegen.plan.ClassNames;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.JavaName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;

/**
 * Avro's compiler, which decides which types Java has for what a schema says. What it makes of them is written here: its own
 * templates are large, are parsed anew for each class, and hold coders of their own, which codecs replace. Several threads may
 * compile at once.
 */
final class RecordCompiler extends SpecificCompiler {

    /** A constant may have 65,535 bytes; and no character has more than three. */
    private static final int LONGEST_CONSTANT = 21_000;

    private static final int PIECE = 100;

    private final GenerationPlan plan;
    private final RecordMarks marks;
    private final Map<String, Set<String>> neighbours = new HashMap<>();
    private final Queue<SourceFile> sources = new ConcurrentLinkedQueue<>();

    RecordCompiler(GenerationPlan plan) {
        super(List.<Schema>of());
        this.plan = plan;
        this.marks = new RecordMarks(plan);
        for (Schema type : plan.avroTypes()) {
            JavaName name = ClassNames.of(type);
            neighbours
                    .computeIfAbsent(name.packageName(), packageName -> new HashSet<>())
                    .add(name.simpleName());
        }
        plan.codecs()
                .forEach(codec -> neighbours
                        .computeIfAbsent(codec.name().packageName(), packageName -> new HashSet<>())
                        .add(codec.name().simpleName()));
        setStringType(plan.records().stringType());
        setEnableDecimalLogicalType(true);
    }

    /** All record classes of the plan, ordered by path. */
    List<SourceFile> sources() {
        plan.avroTypes().parallelStream()
                .map(type -> TextSchemas.marked(type, plan.records().stringType()))
                .forEach(this::source);
        return sources.stream().sorted(Comparator.comparing(SourceFile::path)).toList();
    }

    /** A constructor cannot take more than 255. */
    boolean fitIntoConstructor(Schema schema) {
        synchronized (this) { // what was found is kept in a field
            validateRecordForCompilation(schema);
            return isCreateAllArgsConstructor();
        }
    }

    /** In one order, whoever asks: what Avro gives comes in that of the hashes of classes, which is another one each time. */
    @Override
    public Set<String> getUsedConversionClasses(Schema schema) {
        return new TreeSet<>(super.getUsedConversionClasses(schema));
    }

    /** Keeps the source of a class. */
    private void source(Schema schema) {
        JavaName name = ClassNames.of(schema);
        boolean isRecord = schema.getType() == Schema.Type.RECORD;
        Imports imports = new Imports(
                name.packageName(),
                neighbours.getOrDefault(name.packageName(), Set.of()),
                isRecord ? Set.of("Builder") : Set.of());
        String body = body(schema, name.simpleName(), imports);
        StringBuilder head = new StringBuilder(DocText.comment("", schema.getDoc() == null ? "" : schema.getDoc()));
        for (String annotation : javaAnnotations(schema)) {
            head.append('@').append(annotation).append('\n');
        }
        head.append(marks.on(name, schema, imports));
        String imported = imports.statements();
        String content = (name.packageName().isEmpty() ? "" : "package " + name.packageName() + ";\n\n")
                + imported
                + (imported.isEmpty() ? "" : "\n")
                + head
                + body;
        String folder = name.packageName().isEmpty() ? "" : name.packageName().replace('.', '/') + "/";
        sources.add(new SourceFile(folder + name.simpleName() + ".java", content));
    }

    private String body(Schema schema, String type, Imports imports) {
        String text = literal(schema.toString(), imports);
        return switch (schema.getType()) {
            case RECORD -> new RecordWriter(this, plan.records().accessors(), schema, type, text, imports).write();
            case ENUM -> SmallTypes.ofEnum(schema, type, text, imports);
            default -> SmallTypes.ofFixed(schema, type, text, imports);
        };
    }

    /** Text as an expression, in pieces that fit on a line. */
    private static String literal(String text, Imports imports) {
        boolean constant = text.length() <= LONGEST_CONSTANT;
        String separator = constant ? "\n            + " : ",\n            ";
        StringBuilder pieces = new StringBuilder();
        int length = constant ? PIECE : LONGEST_CONSTANT;
        for (int from = 0; from < text.length(); from += length) {
            String piece = text.substring(from, Math.min(text.length(), from + length));
            pieces.append(from == 0 ? "" : separator)
                    .append('"')
                    .append(escapeForJavaString(piece))
                    .append('"');
        }
        boolean single = constant && text.length() <= length;
        return constant
                ? (single ? "" : "\n            ") + pieces
                : imports.name("java.lang.String") + ".join(\"\", " + pieces + ")";
    }
}
