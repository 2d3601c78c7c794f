package io.tidings.cli;

import io.tidings.asyncapi.report.Report;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.CheckReport;
import io.tidings.compat.Window;
import io.tidings.compat.Window.Reach;
import io.tidings.compat.report.Reports;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Parameters(paramLabel = "HEAD", converter = InputFile.class, description = "The document to check.")
    private Path head = Path.of("");

    @Option(names = "--strict", description = "Warnings fail the check.")
    private boolean strict;

    @Override
    public Integer call() {
        return compare(new Against(bases, main, new Window(reach, Instant.now())), head, strict);
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
