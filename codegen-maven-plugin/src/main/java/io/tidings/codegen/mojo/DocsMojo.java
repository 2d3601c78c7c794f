package io.tidings.codegen.mojo;

import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.baseline.BaselineException;
import io.tidings.site.DocumentSite;
import io.tidings.site.SiteFolder;
import io.tidings.site.StrayBaseException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Writes static HTML of AsyncAPI documents, readable without a network. */
@Mojo(name = "docs", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, threadSafe = true)
public final class DocsMojo extends DocumentMojo {

    /**
     * What to write about, relative to the project: files, folders (every AsyncAPI document below them), globs such as {@code
     * src/**}{@code /*.yaml}, and what other projects ship. By default the one document that the other goals use. Of several,
     * each has a page, and the index shows who sends what to whom.
     */
    @Parameter(property = "tidings.documents")
    private List<String> documents = List.of();

    /**
     * Earlier versions, to show what changed since: a file, or {@code git:REV:PATH}, relative to the project. Each belongs to
     * the document with its id, or else with its title.
     */
    @Parameter(property = "tidings.bases")
    private List<String> bases = List.of();

    /** The folder to write to. Pages of an earlier run that are no longer made are deleted. */
    @Parameter(
            property = "tidings.docsDirectory",
            defaultValue = "${project.build.directory}/tidings-docs",
            required = true)
    private File docsDirectory = new File("target/tidings-docs");

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        List<AsyncApiDocument> read = new ArrayList<>();
        for (Documents.Document document : documents(documents)) {
            ReadResult result = read(document.file(), ReadOptions.DEFAULT);
            report(result);
            result.document().ifPresent(read::add);
        }
        Path folder = docsDirectory.toPath();
        try {
            new SiteFolder(folder).write(DocumentSite.of(read, earlier()).pages());
        } catch (StrayBaseException e) {
            throw new MojoFailureException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot write to " + folder + ": " + e.getMessage(), e);
        }
        getLog().info(shortened(folder.resolve("index.html")).toString());
    }

    private List<BaseDocument> earlier() throws MojoFailureException {
        try {
            return bases.stream()
                    .map(base -> Baseline.document(base, basedir()))
                    .toList();
        } catch (BaselineException e) {
            e.result().ifPresent(result -> ReportLog.write(result, getLog()));
            throw new MojoFailureException("A base cannot be used: " + e.getMessage());
        }
    }
}
