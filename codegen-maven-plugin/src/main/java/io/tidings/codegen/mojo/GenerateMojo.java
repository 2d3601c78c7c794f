package io.tidings.codegen.mojo;

import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.codegen.avro.RecordSources;
import io.tidings.codegen.emit.CasterSources;
import io.tidings.codegen.emit.ClientSources;
import io.tidings.codegen.emit.CodecSources;
import io.tidings.codegen.migration.Major;
import io.tidings.codegen.migration.MigrationPlan;
import io.tidings.codegen.migration.MigrationPlanner;
import io.tidings.codegen.output.SourceFile;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.PlanSettings;
import io.tidings.codegen.plan.Planner;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Generates typed clients, Avro record classes and their codecs from AsyncAPI documents, and adds them to what is compiled. */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends SourcesMojo {

    /**
     * Where sources are generated: by default {@code target/generated-sources/tidings}, or {@code
     * target/generated-test-sources/tidings} for test sources. Several executions may share it.
     */
    @Parameter(property = "tidings.outputDirectory")
    private @Nullable File outputDirectory;

    /** Whether the sources belong to the tests. */
    @Parameter(property = "tidings.testSources", defaultValue = "false")
    private boolean testSources;

    /**
     * The older major version of the document, which another execution, or a dependency, generates: {@code <document>}, {@code
     * <packageName>}, {@code <recordPackages>} and, where it differs, {@code <existingRecords>} as there, the other settings as here.
     * For each message that both versions have, an {@code Upcaster} and a {@code Downcaster} are generated into {@code
     * <packageName>.migration}.
     */
    @Parameter
    private @Nullable Previous previous;

    private @Nullable String previousFile;

    @Override
    String goal() {
        return "generate";
    }

    /** Does nothing; other goals go on. */
    @Parameter(property = "tidings.generate.skip", defaultValue = "false")
    private boolean skipGenerate;

    @Override
    boolean skipsThis() {
        return skipGenerate;
    }

    @Override
    boolean forTests() {
        return testSources;
    }

    @Override
    List<String> describedPackages(String packageName) {
        return List.of(packageName, packageName + ".migration");
    }

    @Override
    Path root(MavenProject here) {
        return outputDirectory != null
                ? outputDirectory.toPath()
                : Path.of(
                        here.getBuild().getDirectory(),
                        testSources ? "generated-test-sources" : "generated-sources",
                        "tidings");
    }

    @Override
    void prepare(Set<String> packages) throws MojoExecutionException, MojoFailureException {
        if (previous == null) {
            return;
        }
        if (packages.size() > 1) {
            throw new MojoFailureException("<previous> belongs to one document: give each an execution of its own");
        }
        String older = previous.packageName(packages.iterator().next());
        if (!javax.lang.model.SourceVersion.isName(older)) {
            throw new MojoFailureException("'" + older + "' is no package: set <packageName> of <previous>");
        }
        checked(previous.recordPackages());
        previous.existing(List.of());
        previousFile = document(previous.document()).toString();
    }

    @Override
    Sources sources(AsyncApiDocument document, PlanSettings settings, GenerationPlan plan) throws MojoFailureException {
        List<SourceFile> files = new ArrayList<>(RecordSources.of(plan));
        files.addAll(CodecSources.of(plan));
        files.addAll(ClientSources.of(plan));
        if (previous == null || previousFile == null) {
            return new Sources(files, List.of());
        }
        ReadResult read = read(Path.of(previousFile), ReadOptions.DEFAULT);
        AsyncApiDocument former = read.valid() ? read.document().orElse(null) : null;
        if (former == null) {
            report(read);
            throw new MojoFailureException(read.file() + ", the document of <previous>, is no AsyncAPI document");
        }
        PlanSettings formerly = new PlanSettings(
                previous.packageName(settings.packageName()),
                settings.role(),
                settings.group(),
                settings.records()
                        .withPackages(previous.recordPackages())
                        .withExisting(previous.existing(settings.records().existing())));
        // What there is to say of it was said where its own clients were generated.
        GenerationPlan older = Planner.plan(former, formerly);
        MigrationPlan migration = MigrationPlanner.plan(new Major(former, older), new Major(document, plan));
        files.addAll(CasterSources.of(migration, older, plan));
        return new Sources(files, migration.diagnostics(), inputs(read));
    }
}
