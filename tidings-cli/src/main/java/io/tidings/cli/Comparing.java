package io.tidings.cli;

import io.tidings.asyncapi.report.TextReport;
import io.tidings.compat.baseline.BaselineException;
import io.tidings.compat.rule.Axis;
import java.util.List;
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

    final Axis axis() {
        return axis;
    }

    /** A base that cannot be used; what reading it said is told at once. */
    final UnusableInput unusable(BaselineException e) {
        e.result().ifPresent(result -> printError(TextReport.plain().of(List.of(result))));
        return new UnusableInput(String.valueOf(e.getMessage()), e);
    }
}
