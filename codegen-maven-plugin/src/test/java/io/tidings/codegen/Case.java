package io.tidings.codegen;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.codegen.avro.RecordSources;
import io.tidings.codegen.contract.ContractPlanner;
import io.tidings.codegen.emit.CasterSources;
import io.tidings.codegen.emit.ClientSources;
import io.tidings.codegen.emit.CodecSources;
import io.tidings.codegen.emit.ContractSources;
import io.tidings.codegen.migration.Major;
import io.tidings.codegen.migration.MigrationPlan;
import io.tidings.codegen.migration.MigrationPlanner;
import io.tidings.codegen.output.SourceFile;
import io.tidings.codegen.plan.ExistingRecord;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.PlanSettings;
import io.tidings.codegen.plan.Planner;
import io.tidings.codegen.plan.RecordSettings;
import io.tidings.codegen.plan.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A document, what is expected of it, and what a user does with it.
 *
 * @param records how the record classes are to look; by default, as what is expected
 */
record Case(Path folder, RecordSettings records) {

    private static final Path CASES = Path.of("src", "test", "resources", "cases");

    static List<Case> all() {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> new Case(folder, RecordSettings.DEFAULT.withExisting(existing(folder))))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Case with(RecordSettings settings) {
        return new Case(folder, settings.withExisting(records.existing()));
    }

    /** The types for which the case has classes already: lines of {@code existing.txt}. */
    private static List<ExistingRecord> existing(Path folder) {
        Path lines = folder.resolve("existing.txt");
        try {
            return Files.exists(lines)
                    ? Files.readAllLines(lines).stream()
                            .map(line -> ExistingRecord.parse(line).orElseThrow())
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Those classes, which Avro's own compiler makes of the schemas in {@code existing}. */
    Map<String, String> existingSources() throws IOException {
        Path schemas = folder.resolve("existing");
        return Files.isDirectory(schemas) ? AvroSources.of(schemas) : Map.of();
    }

    /** Compiles sources without a warning, beside the classes that were there before. */
    Compilation compile(Map<String, String> sources, Path classes) throws IOException {
        return Compilation.strict(existingSources(), sources, classes);
    }

    String name() {
        return folder.getFileName().toString();
    }

    Path expected() {
        return folder.resolve("expected");
    }

    /** Plans the document for a role; its clients stand in package {@code gen.<role>}. */
    GenerationPlan plan(Role role) {
        return major(role).plan();
    }

    private AsyncApiDocument document() {
        return major(Role.APPLICATION).document();
    }

    private Major major(Role role) {
        PlanSettings settings = new PlanSettings(
                "gen." + role.name().toLowerCase(Locale.ROOT),
                role,
                role == Role.COUNTERPART ? "someone" : null,
                records);
        return major("asyncapi.yaml", settings);
    }

    /** The older major version, if the case has one, in packages of its own. */
    private Optional<Major> previous() {
        RecordSettings older = RecordSettings.DEFAULT.withPackages(Map.of("org.shop", "gen.v1.shop"));
        return Files.exists(folder.resolve("previous.yaml"))
                ? Optional.of(major("previous.yaml", new PlanSettings("gen.v1", Role.APPLICATION, null, older)))
                : Optional.empty();
    }

    private Major major(String file, PlanSettings settings) {
        ReadResult result = AsyncApi.read(folder.resolve(file));
        List<Diagnostic> errors =
                result.diagnostics().stream().filter(Diagnostic::isError).toList();
        if (!errors.isEmpty()) {
            throw new AssertionError(name() + " is not a valid document: " + errors);
        }
        AsyncApiDocument document = result.document().orElseThrow();
        return new Major(document, Planner.plan(document, settings));
    }

    /** All sources for both roles; record classes of both are the same but for nothing. */
    Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        for (Role role : Role.values()) {
            GenerationPlan plan = plan(role);
            if (plan.valid()) {
                RecordSources.of(plan).forEach(file -> sources.put(file.path(), file.content()));
                CodecSources.of(plan).forEach(file -> sources.put(file.path(), file.content()));
                ClientSources.of(plan).forEach(file -> sources.put(file.path(), file.content()));
            }
        }
        previous().ifPresent(older -> {
            RecordSources.of(older.plan()).forEach(file -> sources.put(file.path(), file.content()));
            CodecSources.of(older.plan()).forEach(file -> sources.put(file.path(), file.content()));
            ClientSources.of(older.plan()).forEach(file -> sources.put(file.path(), file.content()));
            casters(older).forEach(file -> sources.put(file.path(), file.content()));
        });
        return sources;
    }

    /** The same with the tests of what users write, for both roles. */
    Map<String, String> sourcesAndContracts() {
        Map<String, String> sources = new TreeMap<>(sources());
        Arrays.stream(Role.values())
                .flatMap(role -> contracts(role).stream())
                .forEach(file -> sources.put(file.path(), file.content()));
        return sources;
    }

    /** What is compared with the expectation: clients whole, record classes where they are the case and else by path, diagnostics. */
    Map<String, String> outcome() {
        Map<String, String> outcome = new TreeMap<>();
        for (Role role : Role.values()) {
            GenerationPlan plan = plan(role);
            String folderOfRole = role.name().toLowerCase(Locale.ROOT) + "/";
            outcome.put(folderOfRole + "diagnostics.txt", text(plan.diagnostics()));
            if (plan.valid()) {
                ClientSources.of(plan)
                        .forEach(file -> outcome.put(
                                folderOfRole + file.path().substring(file.path().lastIndexOf('/') + 1),
                                file.content()));
                CodecSources.of(plan).forEach(file -> outcome.put("codecs/" + file.path(), file.content()));
                if (name().endsWith("records")) {
                    RecordSources.of(plan).forEach(file -> outcome.put("records/" + file.path(), file.content()));
                }
                List<String> records =
                        RecordSources.of(plan).stream().map(SourceFile::path).toList();
                outcome.put(folderOfRole + "records.txt", String.join("\n", records) + "\n");
            }
        }
        previous().ifPresent(older -> {
            MigrationPlan migration = MigrationPlanner.plan(older, major(Role.APPLICATION));
            outcome.put("migration/diagnostics.txt", text(migration.diagnostics()));
            casters(older)
                    .forEach(file -> outcome.put(
                            "migration/" + file.path().substring(file.path().lastIndexOf('/') + 1), file.content()));
        });
        return outcome;
    }

    /** The contract tests that a role's user is given; the other side is the other role's plan. */
    List<SourceFile> contracts(Role role) {
        GenerationPlan own = plan(role);
        GenerationPlan other = plan(role == Role.APPLICATION ? Role.COUNTERPART : Role.APPLICATION);
        return own.valid() && other.valid()
                ? ContractSources.of(ContractPlanner.plan(document(), own, other, own.packageName() + ".contract"))
                : List.of();
    }

    private List<SourceFile> casters(Major older) {
        Major newer = major(Role.APPLICATION);
        return CasterSources.of(MigrationPlanner.plan(older, newer), older.plan(), newer.plan());
    }

    private String text(List<Diagnostic> diagnostics) {
        List<String> lines = new ArrayList<>();
        String here = folder.toString().replace('\\', '/') + "/";
        for (Diagnostic diagnostic : diagnostics) {
            lines.add((diagnostic.severity().label() + "[" + diagnostic.code() + "] " + diagnostic.location() + " "
                            + diagnostic.message())
                    .replace(here, ""));
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
