package io.tidings.codegen.mojo;

import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.report.TextReport;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Writes diagnostics to Maven's log, line by line, each severity at its own level. */
final class ReportLog {

    private ReportLog() {}

    static void write(ReadResult result, Log log) {
        write(result, Severity.INFO, log::info);
        write(result, Severity.WARNING, log::warn);
        write(result, Severity.ERROR, log::error);
    }

    private static void write(ReadResult result, Severity severity, Consumer<CharSequence> log) {
        List<Diagnostic> diagnostics = result.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .toList();
        if (!diagnostics.isEmpty()) {
            List<String> lines = TextReport.plain()
                    .of(List.of(with(result, diagnostics)))
                    .lines()
                    .toList();
            lines.subList(0, lines.size() - 1).forEach(log); // the last line sums up, which Maven does
        }
    }

    /** The result with other diagnostics. */
    static ReadResult with(ReadResult result, List<Diagnostic> diagnostics) {
        return new ReadResult(result.file(), result.document(), diagnostics, result.version(), result.sources());
    }
}
