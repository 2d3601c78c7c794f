package io.tidings.codegen;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.codegen.avro.RecordSources;
import io.tidings.codegen.emit.ClientSources;
import io.tidings.codegen.emit.CodecSources;
import io.tidings.codegen.output.OutputFolder;
import io.tidings.codegen.output.SourceFile;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.PlanSettings;
import io.tidings.codegen.plan.Planner;
import io.tidings.codegen.plan.Role;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Generates for all documents of a folder, as a build does; a program of its own, so that it can run in another kind of JVM. */
final class SourcesOf {

    private SourcesOf() {}

    /** {@code SourcesOf DOCUMENTS OUT}: each document in a folder of its own, and what is made of it in one of the same name. */
    public static void main(String[] arguments) throws IOException {
        Path documents = Path.of(arguments[0]);
        Path out = Path.of(arguments[1]);
        try (Stream<Path> files = Files.walk(documents)) {
            for (Path file : files.filter(SourcesOf::isDocument).sorted().toList()) {
                String name = documents.relativize(file).getName(0).toString();
                for (Role role : Role.values()) {
                    write(file, documents, role, out.resolve(name).resolve(role.name()));
                }
            }
        }
    }

    private static boolean isDocument(Path file) {
        return file.getFileName().toString().startsWith("asyncapi.");
    }

    private static void write(Path file, Path documents, Role role, Path out) throws IOException {
        ReadResult result = AsyncApi.read(file);
        AsyncApiDocument document = result.document().orElseThrow(() -> new IOException(file + " is no document"));
        String packageName = "made." + documents.relativize(file).getName(0) + "."
                + role.name().toLowerCase(Locale.ROOT);
        GenerationPlan plan = Planner.plan(document, new PlanSettings(packageName, role, null));
        List<SourceFile> sources = new ArrayList<>();
        if (plan.valid()) {
            sources.addAll(RecordSources.of(plan));
            sources.addAll(CodecSources.of(plan));
            sources.addAll(ClientSources.of(plan));
        }
        // One as a build has it that says what it compiles with, one as others have it
        for (Charset encoding : new Charset[] {StandardCharsets.UTF_8, null}) {
            OutputFolder folder = new OutputFolder(out.resolve(encoding == null ? "ascii" : "utf-8"), encoding);
            for (SourceFile source : sources) {
                folder.write(source);
            }
        }
        String said = String.join(
                "\n", plan.diagnostics().stream().map(Object::toString).toList());
        Files.createDirectories(out);
        Files.writeString(out.resolve("diagnostics"), said.replace(documents.toString(), ""));
    }
}
