package io.tidings.cli;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidings validate}. */
@Command(name = "validate", description = "Says all there is to say about AsyncAPI documents.")
final class ValidateCommand extends Output implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            converter = InputFile.class,
            description = "AsyncAPI documents, in YAML or JSON.")
    private List<Path> files = List.of();

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean strict;

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Override
    public Integer call() {
        List<ReadResult> results = files.stream()
                .map(file -> AsyncApi.read(file, rules.over(ReadOptions.DEFAULT)))
                .toList();
        print(new Documents(json()).report(results));
        return Status.of(results.stream().allMatch(result -> result.valid() && !(strict && warns(result))));
    }

    private static boolean warns(ReadResult result) {
        return result.diagnostics().stream().anyMatch(d -> d.severity() == Severity.WARNING);
    }
}
