package io.tidings.compat.baseline;

import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.source.Location;
import java.util.function.UnaryOperator;

/** Calls the places in what was read by the names the user knows. */
final class Places {

    private Places() {}

    static ReadResult shown(ReadResult result, UnaryOperator<Location> shown) {
        return new ReadResult(
                result.file(),
                result.document(),
                result.diagnostics().stream().map(d -> shown(d, shown)).toList(),
                result.version(),
                result.sources());
    }

    private static Diagnostic shown(Diagnostic diagnostic, UnaryOperator<Location> shown) {
        return new Diagnostic(
                diagnostic.code(),
                diagnostic.severity(),
                diagnostic.message(),
                shown.apply(diagnostic.location()),
                diagnostic.pointer(),
                diagnostic.hint(),
                diagnostic.related().stream()
                        .map(r -> new Diagnostic.Related(shown.apply(r.location()), r.message()))
                        .toList());
    }
}
