package io.tidings.codegen.mojo;

import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.report.Entry;
import io.tidings.asyncapi.report.SourceLines;
import io.tidings.asyncapi.report.TextReport;
import io.tidings.asyncapi.source.Location;
import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Writes diagnostics to Maven's log, line by line, each severity at its own level. */
final class ReportLog {

    private ReportLog() {}

    static void write(ReadResult result, Log log) {
        SourceLines lines = SourceLines.ofFiles();
        for (Diagnostic diagnostic : result.diagnostics()) {
            Consumer<CharSequence> to = switch (diagnostic.severity()) {
                case ERROR -> log::error;
                case WARNING -> log::warn;
                case INFO -> log::info;
            };
            List<String> said = TextReport.plain()
                    .paragraph(Entry.of(diagnostic), lines)
                    .lines()
                    .toList();
            to.accept(clickable(diagnostic.location()) + " " + said.get(0));
            said.subList(2, said.size()).forEach(to); // the second says where, which the first does already
        }
    }

    /** As compilers write it in a build's log, so that development environments find it there. */
    private static String clickable(Location place) {
        File file = new File(place.file());
        // A baseline from git is no file.
        String name = file.exists() ? file.getAbsolutePath() : place.file();
        return name + ":[" + place.line() + "," + place.column() + "]";
    }

    /** The result with other diagnostics. */
    static ReadResult with(ReadResult result, List<Diagnostic> diagnostics) {
        return new ReadResult(result.file(), result.document(), diagnostics, result.version(), result.sources());
    }
}
