package io.tidings.codegen.mojo;

import io.tidings.registry.SchemaRegistry;
import io.tidings.sync.RegistryAccess;
import io.tidings.sync.download.Download;
import io.tidings.sync.download.DownloadReport;
import io.tidings.sync.download.DownloadResult;
import io.tidings.sync.download.DownloadSettings;
import io.tidings.sync.download.Selection;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Downloads Avro schemas, and what they refer to, from a registry into the source tree; all of them or none. It has no phase by
 * default: sources belong into version control, and a build that asks a registry is another one tomorrow.
 */
@Mojo(name = "download", threadSafe = true)
public final class DownloadMojo extends RegistryMojo {

    /** Subjects: names, or patterns with {@code *} and {@code ?}; with a version, {@code orders-value@3}, or the newest. */
    @Parameter(property = "tidings.subjects", required = true)
    private List<String> subjects = List.of();

    /** The folder for the files, {@code namespace/as/path/Name.avsc} below it. */
    @Parameter(
            property = "tidings.schemaDirectory",
            defaultValue = "${project.basedir}/src/main/asyncapi/schemas",
            required = true)
    private File schemaDirectory = new File("src/main/asyncapi/schemas");

    /** Makes no folders for namespaces. */
    @Parameter(property = "tidings.flat", defaultValue = "false")
    private boolean flat;

    /** Writes the registry's text as it is, not indented. */
    @Parameter(property = "tidings.raw", defaultValue = "false")
    private boolean raw;

    /** Writes over files that differ. */
    @Parameter(property = "tidings.force", defaultValue = "false")
    private boolean force;

    @Override
    void run(RegistryAccess access, SchemaRegistry registry) throws MojoExecutionException, MojoFailureException {
        if (subjects.isEmpty()) {
            throw new MojoFailureException("There is nothing to download: set <subjects>");
        }
        DownloadSettings settings =
                new DownloadSettings(DocumentMojo.shortened(schemaDirectory.toPath()), flat, raw, force);
        List<Selection> selections = subjects.stream().map(Selection::of).toList();
        DownloadResult result = download(new Download(registry, settings), selections);
        result.problems().forEach(getLog()::error);
        result.warnings().forEach(getLog()::warn);
        DownloadReport.lines(result).forEach(getLog()::info);
        if (!result.holds()) {
            throw new MojoFailureException(DownloadReport.summary(result) + ": see above");
        }
        getLog().info(DownloadReport.summary(result));
    }

    private DownloadResult download(Download download, List<Selection> selections) throws MojoExecutionException {
        try {
            return download.run(selections);
        } catch (IOException e) {
            throw new MojoExecutionException(schemaDirectory + " cannot be written: " + e.getMessage(), e);
        }
    }
}
