package io.tidings.compat.baseline;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.search.DocumentSearch;
import io.tidings.asyncapi.source.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A document in a jar. It is read from a temporary copy of the documents and schemas in there, to which it may refer.
 *
 * @param name without a path, it is the document of the same {@code id} or title, or the only one
 */
record JarredDocument(ArtifactName name, Path jar) {

    /** No schema is larger; a jar that says otherwise is not believed. */
    private static final int LARGEST = 64 * 1024 * 1024;

    BaseDocument read(AsyncApiDocument head) {
        try (TemporaryFolder copy = new TemporaryFolder(name.text());
                ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.isDirectory() && GitFiles.readable(entry.getName())) {
                    copy.write(entry.getName(), zip.getInputStream(entry).readNBytes(LARGEST));
                }
            }
            Path document = document(copy.directory(), head);
            String path = relative(copy.directory(), document);
            String project = name.at(name.version()).shown().replaceFirst("!.*", "");
            UnaryOperator<Location> shown = place -> {
                Path file = Path.of(place.file()).normalize();
                return file.startsWith(copy.directory())
                        ? new Location(project + "!/" + relative(copy.directory(), file), place.line(), place.column())
                        : place;
            };
            ReadOptions options = ReadOptions.DEFAULT.withRoots(copy.directory());
            return BaseDocument.read(project + "!/" + path, document, shown, options);
        } catch (IOException e) {
            throw new BaselineException(
                    "the base " + name.text() + " cannot be read: " + jar.getFileName() + ": " + e.getMessage(), e);
        }
    }

    private Path document(Path copy, AsyncApiDocument head) {
        String path = name.path();
        if (path != null) {
            Path file = copy.resolve(path).normalize();
            if (!file.startsWith(copy) || !Files.isRegularFile(file)) {
                throw new BaselineException(
                        "the base " + name.text() + " is not there: " + jar.getFileName() + " has no /" + path);
            }
            return file;
        }
        List<Path> all =
                DocumentSearch.find(List.of(copy.toString()), Path.of("")).documents();
        List<Path> same = all.stream()
                .filter(file -> AsyncApi.read(file)
                        .document()
                        .filter(other -> FolderBaseline.sameApi(head, other))
                        .isPresent())
                .toList();
        List<Path> found = same.isEmpty() ? all : same;
        if (found.size() != 1) {
            throw new BaselineException("the base " + name.text() + " is not one document: "
                    + (found.isEmpty()
                            ? jar.getFileName() + " has none"
                            : "add !/ and one of "
                                    + String.join(
                                            ", ",
                                            found.stream()
                                                    .map(file -> relative(copy, file))
                                                    .toList())));
        }
        return found.get(0);
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
