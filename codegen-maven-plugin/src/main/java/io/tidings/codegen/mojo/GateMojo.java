package io.tidings.codegen.mojo;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.Window;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.BaselineException;
import io.tidings.compat.baseline.Baselines;
import io.tidings.compat.fix.VersionFix;
import io.tidings.compat.gate.DocumentReader;
import io.tidings.compat.gate.Former;
import io.tidings.compat.gate.GateRun;
import io.tidings.compat.gate.Outcome;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * A report in JSON that was written earlier, or a former state of the document, named as bases are, such as {@code git:main}:
     * only what is new since then is told. All counts.
     */
    @Parameter(property = "tidings.newSince")
    private @Nullable String newSince;

    /** Writes the version that is suggested into the document, and checks again. Not into one that another project ships. */
    @Parameter(property = "tidings.fix", defaultValue = "false")
    private boolean fix;

    /**
     * Files to write reports to, by format: {@code <reports><sarif>target/tidings.sarif</sarif></reports>}. Formats are
     * {@code text}, {@code json}, {@code sarif}, {@code junit}, {@code markdown}, {@code github} and {@code html}.
     */
    @Parameter
    private Map<String, File> reports = Map.of();

    final ReportFiles reportFiles() throws MojoFailureException {
        return ReportFiles.of(reports);
    }

    final CheckOptions over(CheckOptions options) throws MojoFailureException {
        CheckOptions decided = options.withBeside(documentsBeside());
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

    /** The check as it is configured here. */
    final GateRun run(List<Baseline> bases, Baselines known, CheckOptions options, Window window)
            throws MojoFailureException {
        Former former = newSince == null ? Former.NOTHING : Former.parse(newSince, basedir(), known);
        return new GateRun(
                bases,
                window,
                over(options),
                config == null ? null : config.toPath(),
                former,
                fix,
                new ProjectReader(this));
    }

    /** Tells what became of the versions that were to be written. */
    final void tellMended(Outcome outcome) {
        if (!(outcome instanceof Outcome.Judged judged) || judged.mended().isEmpty()) {
            return;
        }
        Outcome.Mended mended = judged.mended().get();
        if (mended.result() instanceof VersionFix.Written written) {
            getLog().info("Wrote " + written.version() + " into " + written.place() + ", which said "
                    + written.before());
        } else if (mended.result() instanceof VersionFix.Refused refused) {
            getLog().error("Cannot write " + mended.wanted() + " into " + refused.place() + ": " + refused.reason());
        }
    }

    /** Reads documents as this project has them. */
    private record ProjectReader(GateMojo goal) implements DocumentReader {

        @Override
        public ReadResult read(Path file, ReadOptions options) {
            try {
                return goal.read(file, options);
            } catch (MojoFailureException e) {
                throw new BaselineException(String.valueOf(e.getMessage()), e);
            }
        }

        @Override
        public Optional<String> unmendable(Path file) {
            boolean shipped = file.toAbsolutePath().normalize().startsWith(Artifacts.folderFor(goal.project()));
            return shipped
                    ? Optional.of("another project ships it, and this is a copy: write it where it is made")
                    : Optional.empty();
        }
    }
}
