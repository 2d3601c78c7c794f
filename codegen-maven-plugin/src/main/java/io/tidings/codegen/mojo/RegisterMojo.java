package io.tidings.codegen.mojo;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.search.DocumentSearch;
import io.tidings.asyncapi.search.Found;
import io.tidings.registry.SchemaRegistry;
import io.tidings.sync.RegistryAccess;
import io.tidings.sync.plan.PlanSettings;
import io.tidings.sync.plan.RegistrationPlan;
import io.tidings.sync.plan.SubjectStrategy;
import io.tidings.sync.register.Registration;
import io.tidings.sync.register.RegistrationReport;
import io.tidings.sync.register.RegistrationResult;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Registers the Avro schemas of AsyncAPI documents, all of them or none. It has no phase by default: a registry is changed by a
 * release, not by every build.
 */
@Mojo(name = "register", threadSafe = true)
public final class RegisterMojo extends RegistryMojo {

    /** The AsyncAPI document, in YAML or JSON: a file. Files it refers to are found relative to it. */
    @Parameter(
            property = "tidings.document",
            defaultValue = "${project.basedir}/src/main/asyncapi/asyncapi.yaml",
            required = true)
    private File document = new File("src/main/asyncapi/asyncapi.yaml");

    /** Several documents, relative to the project: files, folders and globs, as for the goal {@code validate}. */
    @Parameter(property = "tidings.documents")
    private List<String> documents = List.of();

    /** Subjects of payloads: topic, record or topic-record; by default as the documents say, or else topic-record. */
    @Parameter(property = "tidings.strategy")
    private @Nullable String strategy;

    /** Subjects of Avro keys; by default as the documents say, or else topic. */
    @Parameter(property = "tidings.keyStrategy")
    private @Nullable String keyStrategy;

    /** Registers types that several schemas need under their own names, and refers to them. */
    @Parameter(property = "tidings.references", defaultValue = "false")
    private boolean references;

    /** Registers what is received, too; otherwise what is sent. */
    @Parameter(property = "tidings.all", defaultValue = "false")
    private boolean all;

    /** Asks the registry about everything, and registers nothing. */
    @Parameter(property = "tidings.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Lets the registry bring schemas into its normal form. */
    @Parameter(property = "tidings.normalize", defaultValue = "false")
    private boolean normalize;

    @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
    private @Nullable File basedir;

    @Override
    void run(RegistryAccess access, SchemaRegistry registry) throws MojoFailureException {
        PlanSettings settings =
                access.strategies(new PlanSettings(strategy(strategy), strategy(keyStrategy), references, all));
        List<ReadResult> results = read();
        List<AsyncApiDocument> valid = results.stream()
                .map(ReadResult::document)
                .flatMap(Optional::stream)
                .toList();
        RegistrationPlan plan = RegistrationPlan.of(valid, settings);
        Registration registration = new Registration(registry, normalize);
        RegistrationResult result = dryRun ? registration.dryRun(plan) : registration.run(plan);
        results.forEach(document -> ReportLog.write(ReportLog.with(document, said(document, result)), getLog()));
        RegistrationReport.lines(result).forEach(getLog()::info);
        if (!result.holds()) {
            throw new MojoFailureException(RegistrationReport.summary(result) + ": see above");
        }
        getLog().info(RegistrationReport.summary(result));
    }

    /** What registering has to say of a document; what reading had to say has been logged. */
    private static List<Diagnostic> said(ReadResult document, RegistrationResult result) {
        String file = document.file().toString();
        List<Diagnostic> said = new ArrayList<>();
        result.remarks().stream()
                .filter(remark -> remark.document().equals(file))
                .forEach(remark -> said.add(remark.diagnostic()));
        return said;
    }

    private List<ReadResult> read() throws MojoFailureException {
        List<ReadResult> results = files().stream()
                .map(file -> AsyncApi.read(DocumentMojo.shortened(file)))
                .toList();
        results.forEach(result -> ReportLog.write(result, getLog()));
        long invalid = results.stream().filter(result -> !result.valid()).count();
        if (invalid > 0) {
            throw new MojoFailureException(
                    (results.size() == 1 ? results.get(0).file() + " is" : invalid + " documents are")
                            + " not valid: see above");
        }
        return results;
    }

    private List<Path> files() throws MojoFailureException {
        if (documents.isEmpty()) {
            return List.of(document.toPath());
        }
        Found found =
                DocumentSearch.find(documents, Objects.requireNonNull(basedir).toPath());
        if (!found.problems().isEmpty()) {
            throw new MojoFailureException(String.join("; ", found.problems()) + ": set <documents>");
        }
        return found.documents();
    }

    private static @Nullable SubjectStrategy strategy(@Nullable String written) throws MojoFailureException {
        if (written == null) {
            return null;
        }
        return SubjectStrategy.named(written)
                .orElseThrow(() -> new MojoFailureException(
                        "'" + written + "' is no strategy: known are topic, record and topic-record"));
    }
}
