package io.tidings.codegen.avro;

import io.tidings.codegen.output.DocText;
import io.tidings.codegen.output.SourceFile;
import io.tidings.codegen.plan.ChoicePlan;
import io.tidings.codegen.plan.ClassNames;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.StagesPlan;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
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
    private final Companions companions;
    private final Map<String, Set<String>> neighbours = new HashMap<>();
    private final Queue<SourceFile> sources = new ConcurrentLinkedQueue<>();

    RecordCompiler(GenerationPlan plan) {
        super(List.<Schema>of());
        this.plan = plan;
        this.marks = new RecordMarks(plan);
        for (Schema type : plan.avroTypes()) {
            addNeighbour(ClassNames.of(type));
        }
        plan.codecs().forEach(codec -> addNeighbour(codec.name()));
        plan.stages().forEach(stages -> addNeighbour(stages.type()));
        plan.choices().forEach(choice -> addNeighbour(choice.type()));
        this.companions = new Companions(plan);
        setStringType(plan.records().stringType());
        setEnableDecimalLogicalType(true);
    }

    private void addNeighbour(JavaName name) {
        neighbours
                .computeIfAbsent(name.packageName(), packageName -> new HashSet<>())
                .add(name.simpleName());
    }

    /** All record classes of the plan, and what stands beside them, ordered by path. */
    List<SourceFile> sources() {
        plan.generatedTypes()
                .parallel()
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

    /** Keeps the source of a class, and those of classes that stand beside it. */
    private void source(Schema schema) {
        JavaName name = ClassNames.of(schema);
        boolean isRecord = schema.getType() == Schema.Type.RECORD;
        Imports imports = imports(name.packageName(), isRecord ? Set.of("Builder") : Set.of());
        String body = body(schema, name, imports);
        StringBuilder head = new StringBuilder(DocText.comment("", schema.getDoc() == null ? "" : schema.getDoc()));
        for (String annotation : javaAnnotations(schema)) {
            head.append('@').append(annotation).append('\n');
        }
        add(name, imports, head + marks.on(name, schema, imports) + body);
        StagesPlan stages = companions.stages(name);
        if (stages != null) {
            addStages(schema, stages, companions.choices(name));
        }
        companions.choices(name).values().forEach(choice -> addChoice(schema, choice));
    }

    private void addStages(Schema schema, StagesPlan stages, Map<Integer, ChoicePlan> choices) {
        Set<String> within =
                stages.required().stream().map(StagesPlan.Step::stage).collect(Collectors.toSet());
        within.add(StagesPlan.LAST);
        within.add(StagesPlan.TAKER);
        Imports imports = imports(stages.type().packageName(), within);
        String body = new StagesWriter(stages, choices, new FieldTypes(this, imports).of(schema), imports).write();
        String head = "/** The stages of {@link " + imports.name(stages.record().toString()) + "#builder}. */\n";
        add(stages.type(), imports, head + marks.beside(imports) + body);
    }

    private void addChoice(Schema schema, ChoicePlan choice) {
        Schema.Field field = schema.getFields().get(choice.position());
        ChoiceVariants variants = new ChoiceVariants(this, field.schema());
        Imports imports = imports(choice.type().packageName(), variants.within());
        ChoiceWriter writer = new ChoiceWriter(choice, field.name(), variants.in(imports), imports);
        String body = writer.write();
        add(choice.type(), imports, writer.doc() + marks.beside(imports) + body);
    }

    private Imports imports(String packageName, Set<String> within) {
        return new Imports(packageName, neighbours.getOrDefault(packageName, Set.of()), within);
    }

    private void add(JavaName name, Imports imports, String type) {
        String packageName = name.packageName();
        String imported = imports.statements();
        String content = (packageName.isEmpty() ? "" : "package " + packageName + ";\n\n")
                + imported
                + (imported.isEmpty() ? "" : "\n")
                + type;
        String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        sources.add(new SourceFile(folder + name.simpleName() + ".java", content));
    }

    private String body(Schema schema, JavaName name, Imports imports) {
        String type = name.simpleName();
        String text = literal(schema.toString(), imports);
        return switch (schema.getType()) {
            case RECORD ->
                new RecordWriter(
                                this,
                                plan.records().accessors(),
                                companions,
                                plan.existing().in(schema),
                                schema,
                                name,
                                text,
                                imports)
                        .write();
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
