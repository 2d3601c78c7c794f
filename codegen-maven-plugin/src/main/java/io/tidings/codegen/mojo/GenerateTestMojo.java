package io.tidings.codegen.mojo;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.codegen.contract.ContractPlanner;
import io.tidings.codegen.emit.ClientSources;
import io.tidings.codegen.emit.ContractSources;
import io.tidings.codegen.output.SourceFile;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.PlanSettings;
import io.tidings.codegen.plan.Planner;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Generates tests for the user's own code, and adds them to the test sources: for each operation an abstract JUnit test class, in
 * {@code <packageName>.contract}, to extend with the handler or the publishing code of the service; and the clients of the other
 * side, in {@code <packageName>.counterpart}. They use what the goal {@code generate} makes with the same settings, and {@code
 * io.tidings:messaging-testing}, which has to be a dependency with scope {@code test}.
 */
@Mojo(name = "generate-test", defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES, threadSafe = true)
public final class GenerateTestMojo extends SourcesMojo {

    private static final String COUNTERPART = ".counterpart";
    private static final String CONTRACT = ".contract";

    /** Where sources are generated. Several executions may share it. */
    @Parameter(
            property = "tidings.testOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-sources/tidings")
    private File testOutputDirectory = new File("target/generated-test-sources/tidings");

    /** Does nothing, as with the tests that would use it. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean skipTests;

    @Override
    boolean skipsThis() {
        return skipTests;
    }

    @Override
    String goal() {
        return "generate-test";
    }

    @Override
    boolean forTests() {
        return true;
    }

    @Override
    List<String> describedPackages(String packageName) {
        return List.of(packageName + COUNTERPART, packageName + CONTRACT);
    }

    @Override
    Path root(MavenProject here) {
        return testOutputDirectory.toPath();
    }

    @Override
    Sources sources(AsyncApiDocument document, PlanSettings settings, GenerationPlan plan) {
        String others = settings.packageName() + COUNTERPART;
        GenerationPlan other =
                Planner.plan(document, settings.ofOtherRole(others, project().getArtifactId()));
        if (!other.valid()) {
            return new Sources(List.of(), other.diagnostics());
        }
        List<SourceFile> files = new ArrayList<>(ClientSources.of(other));
        files.addAll(
                ContractSources.of(ContractPlanner.plan(document, plan, other, settings.packageName() + CONTRACT)));
        return new Sources(files, List.of());
    }
}
