package io.tidings.codegen.mojo;

import io.tidings.asyncapi.report.Format;
import io.tidings.asyncapi.report.Report;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** The files that reports are written to, each in its format. */
record ReportFiles(Map<Format, Path> files) {

    /** Reads a configuration; a format that is not there fails before anything is judged. */
    static ReportFiles of(Map<String, File> configured) throws MojoFailureException {
        Map<Format, Path> files = new EnumMap<>(Format.class);
        for (Map.Entry<String, File> report : configured.entrySet()) {
            String label = report.getKey();
            Format format = Format.named(label)
                    .orElseThrow(() -> new MojoFailureException("'" + label + "' is no format of <reports>: known are "
                            + String.join(", ", Format.labels())));
            files.put(format, report.getValue().toPath());
        }
        return new ReportFiles(files);
    }

    void write(Report report) throws MojoExecutionException {
        for (Map.Entry<Format, Path> file : files.entrySet()) {
            Path path = file.getValue().toAbsolutePath();
            try {
                Path folder = path.getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                Files.write(path, file.getKey().print(report).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new MojoExecutionException("Cannot write the report " + path + ": " + e.getMessage(), e);
            }
        }
    }
}
