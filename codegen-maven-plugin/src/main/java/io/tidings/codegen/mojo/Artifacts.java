package io.tidings.codegen.mojo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.FileSet;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * Finds documents that other projects ship: in modules of this build, packaged yet or not, or in repositories.
 *
 * @param project the project that asks
 * @param modules those of this build
 */
record Artifacts(MavenProject project, List<MavenProject> modules, Repository repository) {

    /** Where artifacts come from that this build does not make. */
    interface Repository {
        /** The file of an artifact, fetched if need be. */
        Path resolve(ArtifactDocument artifact, String version) throws MojoExecutionException;
    }

    /** The document's file. */
    Path find(ArtifactDocument document) throws MojoExecutionException, MojoFailureException {
        Optional<Dependency> dependency = dependency(document);
        String version = document.version() != null
                ? document.version()
                : dependency
                        .map(Dependency::getVersion)
                        .or(() -> managed(document))
                        .orElse(null);
        Optional<MavenProject> module = modules.stream()
                .filter(candidate -> isSame(document, candidate.getGroupId(), candidate.getArtifactId()))
                .filter(candidate -> version == null || version.equals(candidate.getVersion()))
                .findFirst();
        if (module.isPresent() && dependency.isEmpty()) {
            throw new MojoFailureException("The module " + document.coordinates()
                    + " is no dependency of this one: add it to" + " <dependencies>, so that it is built first");
        }
        if (module.isPresent()) {
            return inModule(document, module.get());
        }
        if (version == null) {
            throw new MojoFailureException("'" + document.text() + "' names no version, and " + document.coordinates()
                    + " is no dependency of this project: add it to <dependencies>, or a version to its name");
        }
        Path file = repository.resolve(document, version);
        return document.path() == null ? file : within(document, document.path(), file);
    }

    private Path within(ArtifactDocument document, String path, Path file)
            throws MojoExecutionException, MojoFailureException {
        try {
            Path folder = Files.isDirectory(file)
                    ? file
                    : UnpackedJar.of(file, folderFor(project), document.groupId() + "." + file.getFileName())
                            .folder();
            Path found = folder.resolve(path);
            if (!Files.isRegularFile(found)) {
                throw new MojoFailureException(
                        "There is no /" + path + " in " + file + ", which is " + document.text());
            }
            return found;
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot unpack " + file + ": " + e.getMessage(), e);
        }
    }

    /** Where the documents of jars are unpacked. */
    static Path folderFor(MavenProject project) {
        return Path.of(project.getBuild().getDirectory(), "tidings", "documents")
                .toAbsolutePath()
                .normalize();
    }

    private static Path inModule(ArtifactDocument document, MavenProject module) throws MojoFailureException {
        String path = document.path();
        List<Path> places = new ArrayList<>();
        if (path == null || !document.classifier().isEmpty() || !document.type().equals("jar")) {
            attached(document, module).map(File::toPath).ifPresent(places::add);
        } else {
            Path classes = Path.of(module.getBuild().getOutputDirectory(), path);
            Stream<Path> resources =
                    module.getResources().stream().map(FileSet::getDirectory).map(folder -> Path.of(folder, path));
            // Resources may be filtered on their way; before they were sent on it, they are what there is.
            boolean processed =
                    Stream.of("process-resources", "compile", "package").anyMatch(module::hasLifecyclePhase);
            Stream.concat(processed ? Stream.of(classes) : resources, processed ? resources : Stream.of(classes))
                    .forEach(places::add);
        }
        return places.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new MojoFailureException(
                        "The module " + document.coordinates() + " has no " + (path == null ? "document" : "/" + path)
                                + " yet, which is " + document.text()
                                + (path == null
                                        ? ": it is attached by the goal 'bundle'"
                                        : ": it belongs into that module's resources")));
    }

    private static Optional<File> attached(ArtifactDocument document, MavenProject module) {
        return module.getAttachedArtifacts().stream()
                .filter(artifact -> document.classifier().equals(artifact.getClassifier())
                        && document.type().equals(artifact.getType()))
                .map(Artifact::getFile)
                .findFirst();
    }

    private Optional<Dependency> dependency(ArtifactDocument document) {
        return project.getDependencies().stream()
                .filter(known -> isSame(document, known.getGroupId(), known.getArtifactId()))
                .findFirst();
    }

    private Optional<String> managed(ArtifactDocument document) {
        DependencyManagement management = project.getDependencyManagement();
        return management == null
                ? Optional.empty()
                : management.getDependencies().stream()
                        .filter(known -> isSame(document, known.getGroupId(), known.getArtifactId()))
                        .map(Dependency::getVersion)
                        .findFirst();
    }

    private static boolean isSame(ArtifactDocument document, String groupId, String artifactId) {
        return document.groupId().equals(groupId) && document.artifactId().equals(artifactId);
    }
}
