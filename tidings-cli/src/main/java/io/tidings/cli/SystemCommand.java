package io.tidings.cli;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.report.Validation;
import io.tidings.compat.landscape.SystemReport;
import io.tidings.compat.report.SystemReports;
import io.tidings.site.landscape.LandscapeSite;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--svg",
            paramLabel = "FILE",
            converter = InputFile.class,
            description = "Draw who sends what to whom, as SVG.")
    private @Nullable Path svg;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            converter = InputFile.class,
            description = "Write a page with the picture, what does not fit, and each service and channel.")
    private @Nullable Path html;

    @Override
    public Integer call() {
        Documents documents = Documents.read(names, List.of());
        checkOutputs(documents.files());
        if (!documents.invalid().isEmpty()) {
            publish(Validation.report(documents.invalid()));
            return Documents.status(documents.invalid());
        }
        SystemReport system = SystemReport.of(documents.documents());
        draw(system);
        Severity failsFrom = strict ? Severity.WARNING : Severity.ERROR;
        publish(SystemReports.report(system, failsFrom));
        return Status.of(system.holds(failsFrom));
    }

    private void draw(SystemReport system) {
        Path picture = svg;
        Path page = html;
        if (picture == null && page == null) {
            return;
        }
        LandscapeSite site = LandscapeSite.of(system);
        if (picture != null) {
            writeFile(picture, site.svg());
        }
        if (page != null) {
            writeFile(page, site.html());
        }
    }
}
