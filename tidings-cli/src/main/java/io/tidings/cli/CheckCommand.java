package io.tidings.cli;

import io.tidings.asyncapi.report.Report;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.CheckReport;
import io.tidings.compat.report.Reports;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidings check}. */
@Command(
        name = "check",
        description = "Checks that info.version says as much as the changes since earlier versions require.")
final class CheckCommand extends Comparing implements Callable<Integer> {

    @Option(
            names = "--base",
            paramLabel = "BASE",
            required = true,
            arity = "1",
            description = "An earlier version: a file, or git:REV:PATH. Repeat it for several.")
    private List<String> bases = List.of();

    @Parameters(paramLabel = "HEAD", converter = InputFile.class, description = "The document to check.")
    private Path head = Path.of("");

    @Option(names = "--strict", description = "Warnings fail the check.")
    private boolean strict;

    @Override
    public Integer call() {
        return compare(bases, head, strict);
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
