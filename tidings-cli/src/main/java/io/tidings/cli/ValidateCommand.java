package io.tidings.cli;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.report.Report;
import io.tidings.asyncapi.report.Validation;
import io.tidings.asyncapi.search.DocumentSearch;
import io.tidings.asyncapi.search.Found;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidings validate}. */
@Command(
        name = "validate",
        description = "Says all there is to say about AsyncAPI documents.",
        footer = {
            "",
            "A folder stands for every file below it that ends in .yaml, .yml or .json and has the field asyncapi;"
                    + " hidden folders, target and node_modules are left out. Globs know *, **, ?, [a-z] and {a,b}, and"
                    + " may be quoted."
        })
final class ValidateCommand extends Reporting implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            converter = InputName.class,
            description = "AsyncAPI documents in YAML or JSON, folders, or globs.")
    private List<String> names = List.of();

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean strict;

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Override
    public Integer call() {
        Found found = DocumentSearch.find(names, Path.of(""));
        if (!found.problems().isEmpty()) {
            throw new UnusableInput(String.join("\ntidings: ", found.problems()));
        }
        checkOutputs(found.documents());
        Severity failsFrom = strict ? Severity.WARNING : Severity.ERROR;
        ReadOptions options = rules.over(ReadOptions.DEFAULT);
        List<ReadResult> results = found.documents().parallelStream()
                .map(file -> forReport(AsyncApi.read(file, options), failsFrom))
                .toList();
        Report report = Validation.report(results, failsFrom, Report.Sources.FILES);
        publish(report);
        List<Path> unread = results.stream()
                .filter(result -> result.sources().isEmpty())
                .map(ReadResult::file)
                .toList();
        unread.forEach(file -> printError("tidings: " + file + " cannot be read\n"));
        return unread.isEmpty() ? Status.of(report.passed()) : Status.UNUSABLE;
    }

    /** Without the model, so that a folder of documents need not fit into memory all at once. */
    private ReadResult forReport(ReadResult result, Severity failsFrom) {
        return new ReadResult(
                result.file(),
                Optional.empty(),
                result.diagnostics().stream()
                        .filter(diagnostic -> !quiet() || diagnostic.severity().compareTo(failsFrom) <= 0)
                        .toList(),
                result.version(),
                result.sources());
    }
}
