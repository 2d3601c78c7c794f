package io.tidings.cli;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.report.Validation;
import io.tidings.compat.landscape.SystemReport;
import io.tidings.compat.report.SystemReports;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidings system}. */
@Command(
        name = "system",
        description = "Checks that services understand each other: what is sent can be read, and both sides agree on"
                + " topics, keys, headers and replies.",
        footer = {
            "",
            "Each document is a service. Of several versions of one (the same id, or else title) the newest of each major"
                    + " counts. Channels are matched by address and broker. A channel that others use of whom there is no"
                    + " document says so: x-tidings.external: senders, receivers or both."
        })
final class SystemCommand extends Reporting implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            converter = InputName.class,
            description = "AsyncAPI documents in YAML or JSON, folders, or globs.")
    private List<String> names = List.of();

    @Option(names = "--strict", description = "Warnings fail the check.")
    private boolean strict;

    @Override
    public Integer call() {
        Documents documents = Documents.read(names, List.of());
        checkOutputs(documents.files());
        if (!documents.invalid().isEmpty()) {
            publish(Validation.report(documents.invalid()));
            return Documents.status(documents.invalid());
        }
        SystemReport system = SystemReport.of(documents.documents());
        Severity failsFrom = strict ? Severity.WARNING : Severity.ERROR;
        publish(SystemReports.report(system, failsFrom));
        return Status.of(system.holds(failsFrom));
    }
}
