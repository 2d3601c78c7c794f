package io.tidings.codegen;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.codegen.avro.RecordSources;
import io.tidings.codegen.emit.CodecSources;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.PlanSettings;
import io.tidings.codegen.plan.Planner;
import io.tidings.codegen.plan.RecordSettings;
import io.tidings.codegen.plan.Role;
import io.tidings.messaging.avro.RecordCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData.StringType;

/** Puts schemas into a document, generates their classes and codecs as a build does, and compiles them as a strict user does. */
final class CodecWorkshop {

    private final Path classes;
    private final Compilation compiled;
    private final ClassLoader loader;

    private CodecWorkshop(Path classes, Compilation compiled) throws IOException {
        this.classes = classes;
        this.compiled = compiled;
        this.loader = compiled.besideTests();
    }

    static CodecWorkshop compile(List<Schema> records, Path folder) throws IOException {
        return compile(records, folder, StringType.String);
    }

    static CodecWorkshop compile(List<Schema> records, Path folder, StringType stringType) throws IOException {
        return compile(records, folder, RecordSettings.DEFAULT.withStringType(stringType));
    }

    static CodecWorkshop compile(List<Schema> records, Path folder, RecordSettings settings) throws IOException {
        return compile(records, folder, settings, UnaryOperator.identity());
    }

    /** With codecs that tell {@link CodecUse} of each record they write or read: whoever calls them cannot be seen to. */
    static CodecWorkshop counting(List<Schema> records, Path folder) throws IOException {
        return compile(records, folder, RecordSettings.DEFAULT, CodecUse::counted);
    }

    private static CodecWorkshop compile(
            List<Schema> records, Path folder, RecordSettings settings, UnaryOperator<String> codecSource)
            throws IOException {
        Files.createDirectories(folder);
        GenerationPlan plan = plan(records, folder, settings);
        Map<String, String> sources = new TreeMap<>();
        RecordSources.of(plan).forEach(file -> sources.put(file.path(), file.content()));
        CodecSources.of(plan).forEach(file -> sources.put(file.path(), codecSource.apply(file.content())));
        Path classes = folder.resolve("classes");
        return new CodecWorkshop(classes, Compilation.strict(sources, classes));
    }

    private static GenerationPlan plan(List<Schema> records, Path folder, RecordSettings settings) throws IOException {
        ReadResult read = document(records, folder);
        GenerationPlan plan = Planner.plan(
                read.document().orElseThrow(() -> new AssertionError(read.diagnostics())),
                new PlanSettings("gen", Role.APPLICATION, null, settings));
        if (!read.valid() || !plan.valid()) {
            throw new AssertionError(read.diagnostics() + " " + plan.diagnostics());
        }
        return plan;
    }

    /** A document whose messages are called {@code m0} and so on. */
    static ReadResult document(List<Schema> records, Path folder) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "asyncapi: 3.0.0",
                "info: { title: Codecs, version: 1.0.0 }",
                "channels:",
                "  all:",
                "    address: all",
                "    messages:"));
        for (int i = 0; i < records.size(); i++) {
            lines.add("      m" + i + ":");
            lines.add("        payload:");
            lines.add("          schemaFormat: application/vnd.apache.avro;version=1.12.0");
            lines.add("          schema: " + records.get(i));
        }
        lines.addAll(List.of("operations:", "  tell:", "    action: send", "    channel: { $ref: '#/channels/all' }"));
        return AsyncApi.read(Files.write(folder.resolve("asyncapi.yaml"), lines));
    }

    /** What the compiler says of statements that use these classes; nothing if they compile. */
    String remarksOn(String... statements) throws IOException {
        return compiled.remarksOn("Use.java", "class Use { void use() { " + String.join("\n", statements) + " } }");
    }

    /** Where class files stand. */
    Path classes() {
        return classes;
    }

    /** The class that was generated from a record. */
    Class<?> type(Schema schema) {
        return type(schema.getFullName());
    }

    /** The class of that name. */
    Class<?> type(String className) {
        try {
            return loader.loadClass(className);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether the class bears a codec; text in classes of the user's choice has none. */
    boolean hasCodec(Schema schema) {
        return RecordCodec.of(type(schema)).isPresent();
    }

    /** The codec that the class bears. */
    @SuppressWarnings("unchecked") // callers pass the records of the class
    RecordCodec<Object> codec(Schema schema) {
        return (RecordCodec<Object>)
                RecordCodec.of(type(schema)).orElseThrow(() -> new AssertionError(schema.getFullName()));
    }
}
