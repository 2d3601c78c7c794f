package io.tidings.codegen.mojo;

import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.report.Format;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.CheckReport;
import io.tidings.compat.Compatibility;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.BaselineException;
import io.tidings.compat.report.Reports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Fails the build if the document's version promises less than what changed since its earlier versions. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends DocumentMojo {

    /**
     * Earlier versions to keep compatible with: a file or {@code git:REV:PATH}, relative to the project, or what was released:
     * {@code maven:groupId:artifactId:version}, as for {@code <document>}.
     */
    @Parameter(property = "tidings.bases", required = true)
    private List<String> bases = List.of();

    /** Whether a warning fails the build too. */
    @Parameter(property = "tidings.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /** Does nothing; other goals go on. */
    @Parameter(property = "tidings.check.skip", defaultValue = "false")
    private boolean skipCheck;

    @Override
    boolean skipsThis() {
        return skipCheck;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        ReadResult result = read();
        report(result);
        AsyncApiDocument head = result.document().orElseThrow();
        CheckOptions options = new CheckOptions(CheckOptions.DEFAULT.axis(), failOnWarning);
        CheckReport checked = check(head, options);
        Consumer<CharSequence> log = checked.passed() ? getLog()::info : getLog()::error;
        Format.TEXT.print(Reports.check(checked, options)).lines().forEach(log);
        if (!checked.passed()) {
            throw new MojoFailureException(
                    result.file() + " " + head.info().version() + " breaks its promise: " + checked.conclusion());
        }
    }

    private CheckReport check(AsyncApiDocument head, CheckOptions options)
            throws MojoExecutionException, MojoFailureException {
        Path project = basedir();
        try {
            List<Baseline> baselines = new ArrayList<>();
            for (String base : bases) {
                boolean released = ArtifactDocument.isNamedBy(base);
                String file = released ? documents(List.of(base)).get(0).file().toString() : base;
                baselines.add(Baseline.parse(file, project));
            }
            if (baselines.isEmpty()) {
                throw new MojoFailureException("There is nothing to compare with: set <bases>");
            }
            return Compatibility.check(baselines, head, options);
        } catch (BaselineException e) {
            e.result().ifPresent(result -> ReportLog.write(result, getLog()));
            Objects.requireNonNullElse(e.getMessage(), "").lines().forEach(getLog()::error);
            throw new MojoFailureException("A base cannot be used: see above");
        }
    }
}
