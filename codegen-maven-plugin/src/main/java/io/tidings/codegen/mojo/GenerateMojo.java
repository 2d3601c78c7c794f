package io.tidings.codegen.mojo;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.codegen.avro.RecordSources;
import io.tidings.codegen.emit.ClientSources;
import io.tidings.codegen.emit.CodecSources;
import io.tidings.codegen.output.SourceFile;
import io.tidings.codegen.plan.GenerationPlan;
import io.tidings.codegen.plan.PlanSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    Path root(MavenProject here) {
        return outputDirectory != null
                ? outputDirectory.toPath()
                : Path.of(
                        here.getBuild().getDirectory(),
                        testSources ? "generated-test-sources" : "generated-sources",
                        "tidings");
    }

    @Override
    Sources sources(AsyncApiDocument document, PlanSettings settings, GenerationPlan plan) {
        List<SourceFile> files = new ArrayList<>(RecordSources.of(plan));
        files.addAll(CodecSources.of(plan));
        files.addAll(ClientSources.of(plan));
        return new Sources(files, List.of());
    }
}
