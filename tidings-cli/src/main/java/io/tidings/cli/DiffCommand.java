package io.tidings.cli;

import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.report.Report;
import io.tidings.asyncapi.report.TextReport;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.CheckReport;
import io.tidings.compat.report.Reports;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tidings diff}. */
@Command(name = "diff", description = "Shows what changed and what it means, without judging the version.")
final class DiffCommand extends Comparing implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "BASE",
            description = "The earlier version: a file, git:REV[:PATH], or what check takes.")
    private String base = "";

    @Parameters(index = "1", paramLabel = "HEAD", converter = InputFile.class, description = "The later version.")
    private Path head = Path.of("");

    @Override
    public Integer call() {
        return compare(Against.of(List.of(base)), head, false);
    }

    /** Nothing can be compared with it: to a comparison that is unusable input, as a base would be. */
    @Override
    int refuse(ReadResult unusable) {
        printError(TextReport.plain().of(List.of(unusable)));
        return Status.UNUSABLE;
    }

    @Override
    Report report(CheckReport report, CheckOptions options) {
        return Reports.differences(report);
    }

    @Override
    int status(CheckReport report) {
        return Status.HOLDS;
    }
}
