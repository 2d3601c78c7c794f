package io.tidings.cli;

import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.report.Report;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.CheckReport;
import io.tidings.compat.Window;
import io.tidings.compat.Window.Reach;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.fix.VersionFix;
import io.tidings.compat.report.Reports;
import io.tidings.compat.version.SemanticVersion;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidings check}. */
@Command(
        name = "check",
        description = "Checks that info.version says as much as the changes since earlier versions require.",
        footer = {
            "",
            "BASE is one of",
            "  FILE, FOLDER, GLOB                 documents on the disk",
            "  git:REV[:PATH]                     a revision; without PATH, of the same path as HEAD",
            "  git-merge-base[:BRANCH]            where the work branched off, as without --base",
            "  git-tags:PATTERN[:PATH]            all tags that match",
            "  maven:GROUP:ARTIFACT:VERSION[:CLASSIFIER[:TYPE]][!/PATH]",
            "                                     what was released; VERSION may be a range, [1,2), or RELEASE for all",
            "  registry:URL                       all versions of the schemas of its messages",
            "Where there is no earlier version, HEAD is a first version, and passes."
        })
final class CheckCommand extends Comparing implements Callable<Integer> {

    @Option(
            names = "--base",
            paramLabel = "BASE",
            arity = "1",
            description = "An earlier version, or several. Repeat it for more. By default the merge base with the main"
                    + " branch.")
    private List<String> bases = List.of();

    @Option(
            names = "--main",
            paramLabel = "BRANCH",
            description =
                    "The main branch. By default the one that the variables of continuous integration name, or else"
                            + " origin/HEAD, main or master.")
    private String main = "";

    @Option(
            names = "--transitive",
            paramLabel = "REACH",
            converter = ReachConverter.class,
            defaultValue = "major",
            description =
                    "Of all tags, or of an archive: the last version, those of the current major (default; and those"
                            + " whose messages a channel may still hold), or all.")
    private Reach reach = Reach.MAJOR;

    @Option(
            names = "--maven-settings",
            paramLabel = "FILE",
            converter = InputFile.class,
            description = "Maven's settings, for bases in artifacts; ~/.m2/settings.xml by default.")
    private @Nullable Path settings;

    @Parameters(paramLabel = "HEAD", converter = InputFile.class, description = "The document to check.")
    private Path head = Path.of("");

    @Mixin
    private RegistryBeside registry = new RegistryBeside();

    @Option(names = "--strict", description = "Warnings fail the check.")
    private boolean strict;

    @Mixin
    private GateOptions gate = new GateOptions();

    @Override
    ReadResult read(Path document) {
        return gate.read(document);
    }

    @Override
    CheckOptions options(CheckOptions plain) {
        return gate.over(plain);
    }

    @Override
    CheckReport judge(AsyncApiDocument document, List<Baseline> earlier, Checking checking) {
        CheckReport report = checking.check(earlier, document);
        CheckReport fixed = gate.fix() ? fixed(report, document, earlier, checking) : report;
        return gate.onlyNew(fixed, document, earlier, checking);
    }

    /** Writes the version that was suggested, and checks again. */
    private CheckReport fixed(
            CheckReport report, AsyncApiDocument document, List<Baseline> earlier, Checking checking) {
        Optional<SemanticVersion> wanted = VersionFix.wanted(report);
        if (wanted.isEmpty()) {
            return report;
        }
        VersionFix.Result result = write(document, wanted.get());
        if (result instanceof VersionFix.Refused refused) {
            printError("tidings: --fix cannot write " + wanted.get() + " into " + refused.place() + ": "
                    + refused.reason() + "\n");
            return report;
        }
        VersionFix.Written written = (VersionFix.Written) result;
        printError("tidings: wrote " + written.version() + " into " + written.place() + ", which said "
                + written.before() + "\n");
        return read(head).document().map(now -> checking.check(earlier, now)).orElse(report);
    }

    private static VersionFix.Result write(AsyncApiDocument document, SemanticVersion version) {
        try {
            return VersionFix.write(document, version);
        } catch (IOException e) {
            String reason =
                    e instanceof FileSystemException known && known.getReason() != null ? ": " + known.getReason() : "";
            throw new UnusableInput(document.file() + " cannot be written" + reason, e);
        }
    }

    @Override
    public Integer call() {
        return compare(
                new Against(
                        bases,
                        main,
                        new Window(reach, gate.clock().instant()),
                        registry.access(),
                        registry.named(),
                        settings),
                head,
                strict);
    }

    @Override
    Report report(CheckReport report, CheckOptions options) {
        return Reports.check(report, options);
    }

    @Override
    int status(CheckReport report) {
        return Status.of(report.passed());
    }
}
