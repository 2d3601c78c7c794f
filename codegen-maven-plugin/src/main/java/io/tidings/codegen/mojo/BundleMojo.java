package io.tidings.codegen.mojo;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.Rewritten;
import io.tidings.asyncapi.source.TextFormat;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Makes one file of a document that is spread over several, and attaches it to the project, so that it is installed and
 * deployed beside the jar. Other projects name it {@code maven:groupId:artifactId}.
 */
@Mojo(name = "bundle", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class BundleMojo extends DocumentMojo {

    /** The file to write: JSON where its name ends in {@code .json}, else YAML. */
    @Parameter(property = "tidings.bundleFile", defaultValue = "${project.build.directory}/tidings/asyncapi.yaml")
    private File bundleFile = new File("target/tidings/asyncapi.yaml");

    /** Whether to attach the file to the project, as type {@code yaml} or {@code json}. */
    @Parameter(property = "tidings.attach", defaultValue = "true")
    private boolean attach;

    /** The classifier of the attached artifact. */
    @Parameter(property = "tidings.classifier", defaultValue = "asyncapi")
    private String classifier = "asyncapi";

    @Inject
    private @Nullable MavenProjectHelper helper;

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        Path file = bundleFile.toPath();
        TextFormat format = TextFormat.of(file);
        Rewritten bundle = AsyncApi.bundle(document());
        report(bundle.source());
        String text = bundle.text(format, file)
                .orElseThrow(() -> new MojoFailureException(bundle.source().file() + " is no AsyncAPI document"));
        boolean written = write(file, text);
        getLog().info(bundle.source().file() + " is bundled into " + shortened(file)
                + (written ? "" : ", which has not changed"));
        if (attach) {
            String type = format.name().toLowerCase(Locale.ROOT);
            Objects.requireNonNull(helper).attachArtifact(project(), type, classifier, bundleFile);
        }
    }

    private static boolean write(Path file, String text) throws MojoExecutionException {
        try {
            if (Files.isRegularFile(file) && Files.readString(file).equals(text)) {
                return false;
            }
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
            return true;
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot write to " + file + ": " + e.getMessage(), e);
        }
    }
}
