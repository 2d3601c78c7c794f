package io.tidings.cli;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.report.TextReport;
import io.tidings.asyncapi.source.RootField;
import io.tidings.asyncapi.source.SourceLimits;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.CheckReport;
import io.tidings.compat.KnownFindings;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.Baselines;
import io.tidings.compat.baseline.Earlier;
import io.tidings.compat.policy.Policy;
import io.tidings.compat.policy.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a command line says of the gate besides what to compare: exceptions, the date, what is shown, what is mended. */
final class GateOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            converter = InputFile.class,
            description = "How rules count and what is suppressed until when; without it, '.tidings.yaml' beside HEAD.")
    private @Nullable Path config;

    @Option(
            names = "--today",
            paramLabel = "DATE",
            description =
                    "The date that counts for sunsets and suppressions, such as 2027-03-31. By default today's, in"
                            + " UTC.")
    private @Nullable String today;

    @Option(
            names = "--beside",
            paramLabel = "FILE",
            arity = "1",
            converter = InputFile.class,
            description = "A document that is served beside HEAD, such as that of the former major: what it has is not"
                    + " gone. Repeat it for more.")
    private List<Path> beside = List.of();

    @Option(
            names = "--new-since",
            paramLabel = "EARLIER",
            description = "Show only findings that are new since then: a report of 'check --format json', or a former"
                    + " state of HEAD, named as bases are. All count.")
    private @Nullable String newSince;

    @Option(names = "--fix", description = "Write the version that is suggested into HEAD, and check again.")
    private boolean fix;

    private Policy policy = Policy.NONE;

    boolean fix() {
        return fix;
    }

    /** Reads a document and what a team has decided about it; what is wrong with either is told together. */
    ReadResult read(Path head) {
        if (config != null && !Files.isRegularFile(config)) {
            throw new UnusableInput(
                    Files.isDirectory(config) ? config + " is a folder, not a file of settings" : "no file " + config);
        }
        ReadOptions options = config == null ? ReadOptions.DEFAULT : ReadOptions.DEFAULT.withSettings(config);
        ReadResult result = AsyncApi.read(head, options);
        PolicyFile decided = PolicyFile.read(config, head);
        policy = decided.policy().orElse(Policy.NONE);
        return decided.told(result);
    }

    CheckOptions over(CheckOptions options) {
        return options.withPolicy(policy).withBeside(documents()).withClock(clock());
    }

    /** What tells today. */
    Clock clock() {
        String date = today;
        try {
            return date == null
                    ? Clock.systemUTC()
                    : Clock.fixed(
                            LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(), "\"" + date + "\" is no date: write year, month and day, 2027-03-31", e);
        }
    }

    private List<AsyncApiDocument> documents() {
        List<AsyncApiDocument> documents = new ArrayList<>();
        for (Path file : beside) {
            ReadResult result = AsyncApi.read(file);
            if (!result.valid()) {
                throw new UnusableInput("the document beside, " + file + ", is not valid\n"
                        + TextReport.plain().of(List.of(result)).stripTrailing());
            }
            result.document().ifPresent(documents::add);
        }
        return documents;
    }

    /** The report, without what an earlier one has already if that was asked for. */
    CheckReport onlyNew(CheckReport report, AsyncApiDocument head, List<Baseline> bases, Comparing.Checking checking) {
        if (newSince == null) {
            return report;
        }
        Path file = file(newSince);
        if (file != null && newSince.endsWith(".json") && isReport(file)) {
            return known(file).without(report);
        }
        // Found from where the head stands now: a former state of it may have been read from elsewhere.
        List<Baseline> same =
                bases.stream().<Baseline>map(base -> new Pinned(base, head)).toList();
        Baseline former =
                Baselines.in(Path.of("")).withEnvironment(System.getenv()).parse(newSince);
        CheckReport shown = report;
        for (BaseDocument document : former.read(head).documents()) {
            shown = KnownFindings.of(checking.check(same, document.document())).without(shown);
        }
        return shown;
    }

    private static @Nullable Path file(String name) {
        try {
            Path file = Path.of(name);
            return Files.isRegularFile(file) ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** A document may be JSON too, and has the field that no report has. */
    private static boolean isReport(Path file) {
        try {
            return !new RootField("asyncapi").isIn(file, SourceLimits.DEFAULT);
        } catch (IOException e) {
            return true; // then reading it says what is wrong
        }
    }

    private static KnownFindings known(Path file) {
        try {
            return KnownFindings.read(file);
        } catch (IOException e) {
            throw new UnusableInput(file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new UnusableInput(String.valueOf(e.getMessage()), e);
        }
    }

    /** A base that was looked for from one document, whichever is compared with it. */
    private record Pinned(Baseline base, AsyncApiDocument from) implements Baseline {
        @Override
        public String source() {
            return base.source();
        }

        @Override
        public Earlier read(AsyncApiDocument other) {
            return base.read(from);
        }
    }
}
