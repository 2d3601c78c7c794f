package io.tidings.codegen.mojo;

import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.report.Entry;
import io.tidings.asyncapi.report.SourceLines;
import io.tidings.asyncapi.report.TextReport;
import io.tidings.asyncapi.source.Location;
import io.tidings.codegen.output.RunRecord.Remark;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Writes diagnostics to Maven's log, line by line, each severity at its own level. */
final class ReportLog {

    private ReportLog() {}

    static void write(ReadResult result, Log log) {
        write(remarks(result), log);
    }

    static void write(List<Remark> remarks, Log log) {
        for (Remark remark : remarks) {
            switch (remark.level()) {
                case ERROR -> log.error(remark.text());
                case WARNING -> log.warn(remark.text());
                case INFO -> log.info(remark.text());
            }
        }
    }

    /** The lines that say it. */
    static List<Remark> remarks(ReadResult result) {
        SourceLines lines = SourceLines.ofFiles();
        List<Remark> remarks = new ArrayList<>();
        for (Diagnostic diagnostic : result.diagnostics()) {
            Remark.Level level = Remark.Level.valueOf(diagnostic.severity().name());
            List<String> said = TextReport.plain()
                    .paragraph(Entry.of(diagnostic), lines)
                    .lines()
                    .toList();
            remarks.add(new Remark(level, clickable(diagnostic.location()) + " " + said.get(0)));
            // The second says where, which the first does already.
            said.subList(2, said.size()).forEach(line -> remarks.add(new Remark(level, line)));
        }
        return remarks;
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
