package io.tidings.codegen.mojo;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.CheckReport;
import io.tidings.compat.KnownFindings;
import io.tidings.compat.fix.VersionFix;
import io.tidings.compat.policy.Policy;
import io.tidings.compat.policy.PolicyFile;
import io.tidings.compat.version.SemanticVersion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What surrounds a comparison of versions: a team's exceptions, the date, what is mended, where reports go. */
abstract class GateMojo extends DocumentMojo {

    /**
     * How rules count and what is suppressed until when; by default {@code .tidings.yaml} beside the document, where there is
     * one.
     */
    @Parameter(property = "tidings.config")
    private @Nullable File config;

    /** The date that counts for sunsets and suppressions, such as {@code 2027-03-31}; by default today's, in UTC. */
    @Parameter(property = "tidings.today")
    private @Nullable String today;

    /** Documents that are served beside this one, such as that of the former major: what they have is not gone. */
    @Parameter(property = "tidings.beside")
    private List<File> beside = List.of();

    /** A report in JSON that was written earlier: only what is new since then is told. All counts. */
    @Parameter(property = "tidings.newSince")
    private @Nullable File newSince;

    /** Writes the version that is suggested into the document, and checks again. */
    @Parameter(property = "tidings.fix", defaultValue = "false")
    private boolean fix;

    /**
     * Files to write reports to, by format: {@code <reports><sarif>target/tidings.sarif</sarif></reports>}. Formats are
     * {@code text}, {@code json}, {@code sarif}, {@code junit}, {@code markdown}, {@code github} and {@code html}.
     */
    @Parameter
    private Map<String, File> reports = Map.of();

    private Policy policy = Policy.NONE;

    final ReportFiles reportFiles() throws MojoFailureException {
        return ReportFiles.of(reports);
    }

    /** Reads the document and what a team has decided about it; what is wrong with either is told together. */
    final ReadResult readWithDecisions() throws MojoExecutionException, MojoFailureException {
        Path named = config == null ? null : config.toPath();
        Path file = document();
        ReadResult result = read(file, named == null ? ReadOptions.DEFAULT : ReadOptions.DEFAULT.withSettings(named));
        PolicyFile decided = PolicyFile.read(named, file);
        policy = decided.policy().orElse(Policy.NONE);
        return decided.told(result);
    }

    final CheckOptions over(CheckOptions options) throws MojoFailureException {
        CheckOptions decided = options.withPolicy(policy).withBeside(documentsBeside());
        try {
            return today == null
                    ? decided
                    : decided.withClock(Clock.fixed(
                            LocalDate.parse(today).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw new MojoFailureException("<today> is no date: " + today + "; write 2027-03-31", e);
        }
    }

    private List<AsyncApiDocument> documentsBeside() throws MojoFailureException {
        List<AsyncApiDocument> documents = new ArrayList<>();
        for (File file : beside) {
            ReadResult result = AsyncApi.read(shortened(file.toPath()));
            report(result);
            result.document().ifPresent(documents::add);
        }
        return documents;
    }

    /** Whether a version was written into the document's file. */
    final boolean fixes(CheckReport report, AsyncApiDocument head) throws MojoExecutionException {
        Optional<SemanticVersion> wanted = fix ? VersionFix.wanted(report) : Optional.empty();
        if (wanted.isEmpty()) {
            return false;
        }
        try {
            VersionFix.Result result = VersionFix.write(head, wanted.get());
            if (result instanceof VersionFix.Written written) {
                getLog().info("Wrote " + written.version() + " into " + written.place() + ", which said "
                        + written.before());
                return true;
            }
            VersionFix.Refused refused = (VersionFix.Refused) result;
            getLog().error("Cannot write " + wanted.get() + " into " + refused.place() + ": " + refused.reason());
            return false;
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot write " + head.file() + ": " + e.getMessage(), e);
        }
    }

    /** The report, without what an earlier one has already if that was asked for. */
    final CheckReport onlyNew(CheckReport report) throws MojoExecutionException, MojoFailureException {
        if (newSince == null) {
            return report;
        }
        try {
            return KnownFindings.read(newSince.toPath()).without(report);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot read " + newSince, e);
        }
    }
}
