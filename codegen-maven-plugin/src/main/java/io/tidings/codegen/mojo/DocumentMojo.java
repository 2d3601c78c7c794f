package io.tidings.codegen.mojo;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals have in common: a document, and how its problems are told. */
abstract class DocumentMojo extends AbstractMojo {

    /** The AsyncAPI document, in YAML or JSON. Files it refers to are found relative to it. */
    @Parameter(
            property = "tidings.document",
            defaultValue = "${project.basedir}/src/main/asyncapi/asyncapi.yaml",
            required = true)
    protected File document = new File("src/main/asyncapi/asyncapi.yaml");

    /** Does nothing. */
    @Parameter(property = "tidings.skip", defaultValue = "false")
    protected boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped");
        } else {
            run();
        }
    }

    abstract void run() throws MojoExecutionException, MojoFailureException;

    /** Reads the document; what reads it need not be told of it yet. */
    final ReadResult read() {
        return AsyncApi.read(shortened(document.toPath()));
    }

    /** What the reading of a document depends on. */
    static List<Path> inputs(ReadResult result) {
        List<Path> inputs = new ArrayList<>(result.sources());
        inputs.add(result.file().resolveSibling(".tidings.yaml")); // which may come to be
        return inputs;
    }

    /** Tells what there is to say, and fails if any of it is an error. */
    final void report(ReadResult result) throws MojoFailureException {
        ReportLog.write(result, getLog());
        if (!result.valid()) {
            long errors = result.diagnostics().stream()
                    .filter(diagnostic -> diagnostic.isError())
                    .count();
            throw new MojoFailureException(
                    result.file() + " has " + errors + (errors == 1 ? " error" : " errors") + ": see above");
        }
    }

    /** Relative to where Maven was started, as a user would name it. */
    static Path shortened(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }
}
