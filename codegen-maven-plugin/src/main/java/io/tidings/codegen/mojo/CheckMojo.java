package io.tidings.codegen.mojo;

import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.report.Format;
import io.tidings.asyncapi.report.Report;
import io.tidings.codegen.mojo.Documents.Document;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.CheckReport;
import io.tidings.compat.Window;
import io.tidings.compat.Window.Reach;
import io.tidings.compat.baseline.ArtifactBaseline;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.BaselineException;
import io.tidings.compat.baseline.Baselines;
import io.tidings.compat.gate.GateRun;
import io.tidings.compat.gate.Gated;
import io.tidings.compat.gate.Outcome;
import io.tidings.compat.registry.RegistryBaseline;
import io.tidings.compat.report.Reports;
import io.tidings.sync.RegistryAccess;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Fails the build if the document's version promises less than what changed since its earlier versions. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends GateMojo {

    /**
     * What to check, relative to the project: files, folders (every AsyncAPI document below them), globs such as {@code
     * src/**}{@code /*.yaml}, and {@code maven:} as for {@code <document>}; each is compared with its own earlier versions. By
     * default that one document.
     */
    @Parameter(property = "tidings.documents")
    private List<String> documents = List.of();

    /**
     * Earlier versions to keep compatible with, relative to the project:
     *
     * <ul>
     *   <li>a file, a folder or a glob;
     *   <li>{@code git:REV[:PATH]}, a revision, without a path that of the document;
     *   <li>{@code git-merge-base[:BRANCH]}, where the work branched off;
     *   <li>{@code git-tags:PATTERN[:PATH]}, all tags that match;
     *   <li>what was released: {@code maven:groupId:artifactId:version}, as for {@code <document>}; with a range such as {@code
     *       [1,2)} or {@code RELEASE} in place of the version, all releases;
     *   <li>{@code registry:URL}, all versions of the schemas of its messages.
     * </ul>
     *
     * <p>Without any it is {@code git-merge-base}. Where there is no earlier version, the document is a first version, and
     * passes.
     */
    @Parameter(property = "tidings.bases")
    private List<String> bases = List.of();

    /**
     * The main branch, for the merge base. Without it, the one that the variables of continuous integration name, or else {@code
     * origin/HEAD}, {@code main} or {@code master}.
     */
    @Parameter(property = "tidings.main")
    private @Nullable String main;

    /**
     * Which versions count of all tags or of a folder: the {@code last}, those of the current {@code major} and those whose
     * messages a channel may still hold, or {@code all}.
     */
    @Parameter(property = "tidings.transitive", defaultValue = "major")
    private String transitive = "major";

    /**
     * A registry to ask too, which would refuse by its own rules what the check has nothing against. Credentials stand in the
     * environment, as {@code TIDINGS_REGISTRY_BASIC_AUTH_USER_INFO}, or in the file.
     */
    @Parameter(property = "tidings.registryUrl")
    private @Nullable String registryUrl;

    /** Settings as Kafka clients have them, for {@code <registryUrl>} and for bases in registries. */
    @Parameter(property = "tidings.registryConfigurationFile")
    private @Nullable File registryConfigurationFile;

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
        ReportFiles files = reportFiles();
        List<Path> heads = new ArrayList<>();
        for (Document document : documents(documents)) {
            heads.add(shortened(document.file()));
        }
        try {
            GateRun run = run(
                    baselines(),
                    known(),
                    new CheckOptions(CheckOptions.DEFAULT.axis(), failOnWarning),
                    new Window(reach(), Instant.now()));
            if (documents.isEmpty()) {
                one(run.of(heads.get(0)), files);
            } else {
                several(run.of(heads), files);
            }
        } catch (BaselineException e) {
            throw unusable(e.result().orElse(null), String.valueOf(e.getMessage()));
        }
    }

    private void one(Outcome outcome, ReportFiles files) throws MojoExecutionException, MojoFailureException {
        tellMended(outcome);
        if (outcome instanceof Outcome.Invalid invalid) {
            report(invalid.result());
        } else if (outcome instanceof Outcome.Unusable unusable) {
            throw unusable(unusable.base(), unusable.reason());
        } else if (outcome instanceof Outcome.Judged judged) {
            CheckReport checked = judged.report();
            tell(Reports.check(checked, judged.options()), files);
            if (!checked.passed()) {
                throw new MojoFailureException(outcome.file() + " "
                        + checked.head().version() + " breaks its promise: " + checked.conclusion());
            }
        }
    }

    private void several(Gated gated, ReportFiles files) throws MojoExecutionException, MojoFailureException {
        gated.outcomes().forEach(this::tellMended);
        Report report = Reports.check(gated);
        tell(report, files);
        if (!gated.passed()) {
            throw new MojoFailureException(report.summary());
        }
    }

    private void tell(Report report, ReportFiles files) throws MojoExecutionException {
        Consumer<CharSequence> log = report.passed() ? getLog()::info : getLog()::error;
        Format.TEXT.print(report).lines().forEach(log);
        files.write(report);
    }

    private MojoFailureException unusable(@Nullable ReadResult base, String reason) {
        if (base != null) {
            ReportLog.write(base, getLog());
        }
        reason.lines().forEach(getLog()::error);
        return new MojoFailureException("A base cannot be used: see above");
    }

    private List<Baseline> baselines() throws MojoExecutionException, MojoFailureException {
        Baselines known = known();
        List<Baseline> baselines = new ArrayList<>();
        if (bases.isEmpty()) {
            baselines.add(known.standard(main == null ? "" : main));
        }
        for (String base : bases) {
            baselines.add(ArtifactDocument.isNamedBy(base) ? released(base) : known.parse(base));
        }
        if (registryUrl != null) {
            baselines.add(RegistryBaseline.asked(registry()));
        }
        return baselines;
    }

    /** Whatever users call bases, relative to the project. */
    private Baselines known() throws MojoFailureException {
        RegistryAccess registry = registry();
        return Baselines.in(basedir())
                .withEnvironment(System.getenv())
                .with("registry", text -> RegistryBaseline.parse(text, registry))
                .with("maven", text -> new ArtifactBaseline(text, releases()));
    }

    /** A range is what repositories hold; one version may also be a module of this build. */
    private Baseline released(String base) throws MojoExecutionException, MojoFailureException {
        boolean several = base.matches("maven:[^:!]+:[^:!]+:([\\[(][^:!]*|RELEASE)([:!].*)?");
        return several
                ? new ArtifactBaseline(base, releases())
                : Baselines.in(basedir())
                        .parse(documents(List.of(base)).get(0).file().toString());
    }

    private RegistryAccess registry() throws MojoFailureException {
        try {
            RegistryAccess access = registryConfigurationFile == null
                    ? RegistryAccess.none()
                    : RegistryAccess.none().with(registryConfigurationFile.toPath());
            return access.withEnvironment(System.getenv()).at(registryUrl);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }

    private Reach reach() throws MojoFailureException {
        return Reach.named(transitive)
                .orElseThrow(() -> new MojoFailureException(
                        "<transitive> is '" + transitive + "'; known are last, major and all"));
    }
}
