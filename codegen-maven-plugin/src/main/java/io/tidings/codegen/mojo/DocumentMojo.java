package io.tidings.codegen.mojo;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.ReadResult;
import io.tidings.codegen.mojo.Documents.Document;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What all goals have in common: a document, and how its problems are told. */
abstract class DocumentMojo extends AbstractMojo {

    /**
     * The AsyncAPI document, in YAML or JSON: a file, or what another project ships. Files it refers to are found relative to it.
     * {@code maven:groupId:artifactId!/path} is a file in the jar of a dependency, {@code maven:groupId:artifactId} the document
     * that the goal {@code bundle} attached to it; the whole of it is {@code
     * maven:groupId:artifactId:version:classifier:type!/path}.
     */
    @Parameter(
            property = "tidings.document",
            defaultValue = "${project.basedir}/src/main/asyncapi/asyncapi.yaml",
            required = true)
    private String document = "src/main/asyncapi/asyncapi.yaml";

    /** Does nothing, as all goals of the plugin. */
    @Parameter(property = "tidings.skip", defaultValue = "false")
    protected boolean skip;

    @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
    private File basedir = new File("");

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private @Nullable MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true)
    private @Nullable MavenSession session;

    @Inject
    private @Nullable RepositorySystem repositorySystem;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || skipsThis()) {
            getLog().info("Skipped");
        } else {
            run();
        }
    }

    /** Whether this goal is left out, and others may not be. */
    boolean skipsThis() {
        return false;
    }

    abstract void run() throws MojoExecutionException, MojoFailureException;

    /** The project that the goal runs for. */
    final MavenProject project() {
        return Objects.requireNonNull(project);
    }

    /** What relative names are relative to. */
    final Path basedir() {
        return basedir.toPath();
    }

    /** The documents among these names, or else the one document. */
    final List<Document> documents(List<String> names) throws MojoExecutionException, MojoFailureException {
        return names.isEmpty() ? List.of(known().one(document)) : known().all(names);
    }

    /** The file of one document, named as {@code <document>} is. */
    final Path document(String name) throws MojoExecutionException, MojoFailureException {
        return shortened(known().one(name).file());
    }

    /** Releases in the project's repositories. */
    final ReleasedArtifacts releases() {
        return new ReleasedArtifacts(repositorySystem, session, project());
    }

    private Documents known() {
        MavenProject here = project();
        List<MavenProject> modules = session == null ? List.of() : session.getProjects();
        MavenRepository repository = new MavenRepository(repositorySystem, session, here);
        return new Documents(basedir(), new Artifacts(here, modules, repository));
    }

    /** The file of the one document. */
    final Path document() throws MojoExecutionException, MojoFailureException {
        return document(document);
    }

    /** Reads the document; nobody has been told of what is wrong with it yet. */
    final ReadResult read() throws MojoExecutionException, MojoFailureException {
        return read(document(), ReadOptions.DEFAULT);
    }

    /** Reads a document; what came in a jar cannot refer to what did not. */
    final ReadResult read(Path file, ReadOptions options) throws MojoFailureException {
        ReadResult result = AsyncApi.read(shortened(file), options);
        Path unpacked = Artifacts.folderFor(project());
        Path absolute = file.toAbsolutePath().normalize();
        if (absolute.startsWith(unpacked)) {
            Path jar = unpacked.resolve(unpacked.relativize(absolute).getName(0));
            for (Path source : result.sources()) {
                if (!source.toAbsolutePath().normalize().startsWith(jar)) {
                    throw new MojoFailureException(file + " refers to " + source + ", which is not in its jar");
                }
            }
        }
        return result;
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
