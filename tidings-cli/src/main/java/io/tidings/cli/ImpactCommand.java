package io.tidings.cli;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.report.Report;
import io.tidings.asyncapi.report.TextReport;
import io.tidings.asyncapi.report.Validation;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.BaselineException;
import io.tidings.compat.baseline.Baselines;
import io.tidings.compat.baseline.Earlier;
import io.tidings.compat.landscape.ImpactReport;
import io.tidings.compat.report.ImpactMatrix;
import io.tidings.compat.report.ImpactReports;
import io.tidings.compat.version.SemanticVersion;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code tidings impact}. */
@Command(
        name = "impact",
        description = "Says which services a new version of a document breaks, and when each should be upgraded.",
        footer = {
            "",
            "A consumer is the document of a service that sends to or receives from the same channels, with the schemas it has"
                    + " itself. A copy of HEAD's own document, in any version, stands for somebody who does its other side."
        })
final class ImpactCommand extends Reporting implements Callable<Integer> {

    private static final Path HERE = Path.of("");
    private static final String NONE = "none";

    @Option(
            names = "--base",
            paramLabel = "BASE",
            description =
                    "The version that is deployed now, named as for check; without it, the one that the branch left"
                            + " the main branch with; none where everything that does not fit HEAD counts.")
    private @Nullable String base;

    @Option(
            names = "--consumers",
            paramLabel = "FILE",
            arity = "1..*",
            converter = InputName.class,
            description = "Documents of the services that use these channels: files, folders, or globs.")
    private List<String> consumers = List.of();

    @Option(
            names = "--counterpart",
            paramLabel = "BASE",
            arity = "1",
            description = "A version of HEAD whose other side somebody does, named like a base. Repeat it for several.")
    private List<String> counterparts = List.of();

    @Parameters(paramLabel = "HEAD", arity = "0..1", converter = InputFile.class, description = "The new version.")
    private @Nullable Path head;

    @Option(names = "--strict", description = "Warnings, and what was broken before, fail too.")
    private boolean strict;

    @Option(
            names = "--matrix",
            paramLabel = "FILE",
            converter = InputFile.class,
            description = "Write changes against consumers as a table: FILE ends in .csv or .md.")
    private @Nullable Path matrix;

    @Override
    public Integer call() {
        List<String> names = new ArrayList<>(consumers);
        Path document = head(names);
        if (names.isEmpty() && counterparts.isEmpty()) {
            throw new ParameterException(command(), "no consumer is named: --consumers, or --counterpart");
        }
        try {
            List<BaseDocument> others = counterparts.stream()
                    .map(name -> Baseline.document(name, HERE))
                    .toList();
            return judge(document, names, others);
        } catch (BaselineException e) {
            e.result().ifPresent(result -> printError(TextReport.plain().of(List.of(result))));
            throw new UnusableInput(String.valueOf(e.getMessage()), e);
        }
    }

    /** The option takes all names that follow it: where none is left over, the last one is meant. */
    private Path head(List<String> names) {
        Path named = head;
        if (named == null && names.size() > 1) {
            named = Path.of(names.remove(names.size() - 1));
        }
        if (named == null) {
            throw new ParameterException(command(), "no HEAD given: the new version, after or before the options");
        }
        Documents.requireFile(named);
        return named;
    }

    private int judge(Path document, List<String> names, List<BaseDocument> others) {
        // The document itself is no consumer, nor is the version before, where a folder holds them.
        Documents known = names.isEmpty() ? new Documents(List.of()) : Documents.read(names, own(document));
        List<Path> inputs = new ArrayList<>(known.files());
        inputs.add(document);
        checkOutputs(inputs);
        ReadResult newest = AsyncApi.read(document);
        List<ReadResult> invalid = new ArrayList<>(known.invalid());
        if (!newest.valid() || newest.document().isEmpty()) {
            invalid.add(0, newest);
        }
        if (!invalid.isEmpty()) {
            publish(Validation.report(invalid));
            return Documents.status(invalid);
        }
        AsyncApiDocument newer = newest.document().orElseThrow();
        ImpactReport impact = ImpactReport.of(before(newer), newer, known.documents(), others);
        Report report = ImpactReports.report(impact, strict);
        Path table = matrix;
        if (table != null) {
            writeFile(
                    table, table.toString().endsWith(".md") ? ImpactMatrix.markdown(impact) : ImpactMatrix.csv(impact));
        }
        publish(report);
        return Status.of(report.passed());
    }

    /** The newest of the versions that the base comes to; null where there is none, or none is wanted. */
    private @Nullable BaseDocument before(AsyncApiDocument newer) {
        if (NONE.equals(base)) {
            return null;
        }
        Baselines known = Baselines.in(HERE).withEnvironment(System.getenv());
        Earlier earlier = (base == null ? known.standard("") : known.parse(base)).read(newer);
        earlier.notes().forEach(note -> printError("tidings: " + note + "\n"));
        return earlier.documents().stream()
                .max(Comparator.comparing(
                        one -> SemanticVersion.parse(one.document().info().version())
                                .orElse(null),
                        Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElse(null);
    }

    private List<Path> own(Path document) {
        List<Path> own = new ArrayList<>(List.of(document));
        try {
            if (base != null) {
                own.add(Path.of(base));
            }
        } catch (InvalidPathException e) {
            // A base from elsewhere is in no folder.
        }
        return own;
    }
}
