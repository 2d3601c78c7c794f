package io.tidings.codegen.mojo;

import io.tidings.asyncapi.search.DocumentSearch;
import io.tidings.asyncapi.search.Found;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * The documents that a configuration names.
 *
 * @param base what relative names are relative to
 */
record Documents(Path base, Artifacts artifacts) {

    /**
     * A document.
     *
     * @param name what to call it after: the file, or for what another project ships that project and the path in its jar
     */
    record Document(Path file, Path name) {

        static Document of(Path file) {
            return new Document(file, file.toAbsolutePath().normalize());
        }
    }

    /** The one of {@code <document>}. */
    Document one(String name) throws MojoExecutionException, MojoFailureException {
        if (ArtifactDocument.isNamedBy(name)) {
            ArtifactDocument document = ArtifactDocument.of(name);
            String path = document.path();
            Path called = Path.of(document.artifactId());
            return new Document(artifacts.find(document), path == null ? called : called.resolve(path));
        }
        try {
            return Document.of(base.resolve(name));
        } catch (InvalidPathException e) {
            throw new MojoFailureException("'" + name + "' is not the name of a file: set <document>", e);
        }
    }

    /** Those of {@code <documents>}: files, folders, globs and artifacts; everything that is wrong is said at once. */
    List<Document> all(List<String> names) throws MojoExecutionException, MojoFailureException {
        List<Document> all = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String name : names) {
            if (ArtifactDocument.isNamedBy(name)) {
                all.add(one(name));
            } else {
                Found found = DocumentSearch.find(List.of(name), base);
                found.documents().forEach(file -> all.add(Document.of(file)));
                problems.addAll(found.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new MojoFailureException(String.join("; ", problems) + ": set <documents>");
        }
        return all.stream().distinct().toList();
    }
}
