package io.tidings.cli;

import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.report.Validation;
import io.tidings.asyncapi.search.DocumentSearch;
import io.tidings.compat.landscape.Service;
import io.tidings.compat.landscape.SystemDecisions;
import io.tidings.compat.landscape.SystemReport;
import io.tidings.compat.policy.LandscapePolicy;
import io.tidings.compat.policy.LandscapePolicyFile;
import io.tidings.compat.report.SystemReports;
import io.tidings.site.landscape.LandscapeSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
                    + " document says so: x-tidings.external: senders, receivers or both.",
            "",
            "What has been decided about findings stands below 'system:' in '.tidings.yaml' of the one folder that is named, or"
                    + " of the working directory, or in the file of --config."
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

    @Option(
            names = "--config",
            paramLabel = "FILE",
            converter = InputFile.class,
            description = "How rules weigh and what is suppressed until when.")
    private @Nullable Path config;

    @Option(
            names = "--around",
            paramLabel = "SERVICE",
            description = "Draw only these services and those that they share channels with. Repeat it for several.")
    private List<String> around = List.of();

    @Mixin
    private Today today = new Today();

    @Override
    public Integer call() {
        Path settings = settings();
        LandscapePolicyFile decided = settings == null
                ? new LandscapePolicyFile(Optional.of(LandscapePolicy.NONE), List.of())
                : SystemDecisions.read(settings);
        if (settings != null && decided.policy().isEmpty()) {
            publish(Validation.report(List.of(new ReadResult(
                    settings, Optional.empty(), decided.diagnostics(), Optional.empty(), new TreeSet<>()))));
            return Status.DOES_NOT_HOLD;
        }
        LandscapePolicy policy = decided.policy().orElse(LandscapePolicy.NONE);
        LocalDate day = LocalDate.now(today.clock());
        Documents documents = Documents.read(names, List.of());
        checkOutputs(documents.files());
        if (!documents.invalid().isEmpty()) {
            publish(Validation.report(documents.invalid()));
            return Documents.status(documents.invalid());
        }
        SystemReport system = new SystemDecisions(policy, day).over(SystemReport.of(documents.documents()));
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
        LandscapeSite site = LandscapeSite.of(around.isEmpty() ? system : near(system));
        if (picture != null) {
            writeFile(picture, site.svg());
        }
        if (page != null) {
            writeFile(page, site.html());
        }
    }

    private SystemReport near(SystemReport system) {
        for (String name : around) {
            if (system.landscape().services().stream()
                    .noneMatch(service -> service.name().equals(name))) {
                List<String> names = system.landscape().services().stream()
                        .map(Service::name)
                        .toList();
                throw new ParameterException(
                        command(),
                        "there is no service \"" + name + "\""
                                + DidYouMean.among(name, names)
                                        .map(near -> ": did you mean \"" + near + "\"?")
                                        .orElse("; there are " + String.join(", ", names)));
            }
        }
        return system.around(Set.copyOf(around));
    }

    /** The file that was named, or else the one of the landscape's folder; null where there is none. */
    private @Nullable Path settings() {
        Path named = config;
        if (named != null) {
            SettingsName.require(named);
            return named;
        }
        Path folder =
                names.size() == 1 && !DocumentSearch.isPattern(names.get(0)) && Files.isDirectory(Path.of(names.get(0)))
                        ? Path.of(names.get(0))
                        : Path.of("");
        Path file = folder.resolve(".tidings.yaml");
        return Files.isRegularFile(file) ? file : null;
    }
}
