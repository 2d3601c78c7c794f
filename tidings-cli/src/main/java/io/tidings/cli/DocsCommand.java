package io.tidings.cli;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.report.TextReport;
import io.tidings.asyncapi.search.DocumentSearch;
import io.tidings.asyncapi.search.Found;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.BaselineException;
import io.tidings.site.DocumentSite;
import io.tidings.site.SiteFolder;
import io.tidings.site.StrayBaseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidings docs}. */
@Command(
        name = "docs",
        description = "Writes static HTML of AsyncAPI documents, readable without a network.",
        footer = {
            "",
            "One document becomes DIR/index.html. Of several, each has a page, and the index shows who sends what to whom.",
            "A base belongs to the document with its id, or else with its title."
        })
final class DocsCommand extends Console implements Callable<Integer> {

    private static final Path HERE = Path.of("");

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            converter = InputName.class,
            description = "AsyncAPI documents in YAML or JSON, folders, or globs.")
    private List<String> names = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            converter = InputFile.class,
            description = "The folder to write to. Pages of an earlier run that are no longer made are deleted.")
    private Path output = HERE;

    @Option(
            names = "--base",
            paramLabel = "BASE",
            arity = "1",
            description =
                    "An earlier version, to show what changed since: a file, or git:REV:PATH. Repeat it for several.")
    private List<String> bases = List.of();

    @Override
    public Integer call() {
        Found found = DocumentSearch.find(names, HERE);
        if (!found.problems().isEmpty()) {
            throw new UnusableInput(String.join("\ntidings: ", found.problems()));
        }
        List<BaseDocument> earlier = read(bases);
        List<ReadResult> results =
                found.documents().stream().map(AsyncApi::read).toList();
        List<ReadResult> invalid =
                results.stream().filter(result -> !result.valid()).toList();
        if (!invalid.isEmpty()) {
            printError(TextReport.plain().of(invalid));
            return invalid.stream().anyMatch(result -> result.sources().isEmpty())
                    ? Status.UNUSABLE
                    : Status.DOES_NOT_HOLD;
        }
        write(results.stream().flatMap(result -> result.document().stream()).toList(), earlier);
        print(output.resolve("index.html") + "\n");
        return Status.HOLDS;
    }

    private List<BaseDocument> read(List<String> bases) {
        try {
            return bases.stream().map(base -> Baseline.document(base, HERE)).toList();
        } catch (BaselineException e) {
            e.result().ifPresent(result -> printError(TextReport.plain().of(List.of(result))));
            throw new UnusableInput(String.valueOf(e.getMessage()), e);
        }
    }

    private void write(List<AsyncApiDocument> documents, List<BaseDocument> earlier) {
        try {
            new SiteFolder(output).write(DocumentSite.of(documents, earlier).pages());
        } catch (StrayBaseException e) {
            throw new UnusableInput(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UnusableInput(output + " cannot be written: " + e.getMessage(), e);
        }
    }
}
