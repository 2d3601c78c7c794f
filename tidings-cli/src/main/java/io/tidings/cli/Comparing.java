package io.tidings.cli;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.report.Report;
import io.tidings.asyncapi.report.TextReport;
import io.tidings.asyncapi.report.Validation;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.CheckReport;
import io.tidings.compat.Compatibility;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.BaselineException;
import io.tidings.compat.rule.Axis;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What {@code check} and {@code diff} share. */
abstract class Comparing extends Reporting {

    @Option(
            names = "--axis",
            paramLabel = "AXIS",
            converter = AxisConverter.class,
            defaultValue = "wire",
            description = "Whose compatibility counts: wire (default), source (generated code) or both.")
    private Axis axis = Axis.WIRE;

    /** Reads, compares and prints; an invalid head is shown as {@code validate} shows it. */
    final int compare(Against against, Path head, boolean strict) {
        Documents.requireFile(head);
        checkOutputs(List.of(head));
        try {
            // The base first: it is the user's command that is wrong, not the document.
            List<Baseline> baselines = against.baselines();
            ReadResult result = read(head);
            Optional<AsyncApiDocument> document = result.document().filter(d -> result.valid());
            if (document.isEmpty()) {
                return refuse(result);
            }
            CheckOptions options = options(new CheckOptions(axis, strict));
            CheckReport report = judge(
                    document.get(),
                    baselines,
                    (earlier, later) -> Compatibility.check(earlier, later, options, against.window()));
            publish(report(report, options));
            return status(report);
        } catch (BaselineException e) {
            e.result().ifPresent(result -> printError(TextReport.plain().of(List.of(result))));
            throw new UnusableInput(String.valueOf(e.getMessage()), e);
        }
    }

    /** Reads the document, and what else is the user's and may be wrong. */
    ReadResult read(Path head) {
        return AsyncApi.read(head);
    }

    /** How to compare, from what every comparison knows. */
    CheckOptions options(CheckOptions plain) {
        return plain;
    }

    /** Compares, and does what is to be done with the result before it is shown. */
    CheckReport judge(AsyncApiDocument head, List<Baseline> bases, Checking checking) {
        return checking.check(bases, head);
    }

    /** Compares a document with earlier versions, in the way that the user asked for. */
    @FunctionalInterface
    interface Checking {
        CheckReport check(List<Baseline> bases, AsyncApiDocument head);
    }

    /** Says what is wrong with the head. To the gate, a document that is not valid does not hold. */
    int refuse(ReadResult head) {
        publish(Validation.report(List.of(head)));
        return Status.DOES_NOT_HOLD;
    }

    /** What is said of the comparison. */
    abstract Report report(CheckReport report, CheckOptions options);

    /** What it means for the exit status. */
    abstract int status(CheckReport report);
}
