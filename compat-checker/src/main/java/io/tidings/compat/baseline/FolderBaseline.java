package io.tidings.compat.baseline;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.search.DocumentSearch;
import io.tidings.compat.version.SemanticVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A folder, or the files that match a glob. In a folder, the earlier versions of a document are
 *
 * <ol>
 *   <li>the file of the same path, seen from the directory that both names are relative to: a copy of the work tree;
 *   <li>or else every document of the same {@code id}, or, where one of them has none, of the same title: an archive of
 *       released versions.
 * </ol>
 *
 * <p>A glob names its files, and all of them count.
 */
record FolderBaseline(String source, Path directory) implements Baseline {

    @Override
    public Earlier read(AsyncApiDocument head) {
        boolean folder = Files.isDirectory(directory.resolve(source));
        Optional<Path> copy = folder ? copy(head) : Optional.empty();
        if (copy.isPresent()) {
            String name = Path.of(source).resolve(relative(head).orElseThrow()).toString();
            return Earlier.of(BaseDocument.read(name, copy.get(), UnaryOperator.identity()));
        }
        List<ReadResult> versions = DocumentSearch.find(List.of(source), directory).documents().parallelStream()
                .filter(file -> !same(file, Path.of(head.file())))
                .map(AsyncApi::read)
                .filter(read -> !folder
                        || read.document().filter(other -> sameApi(head, other)).isPresent())
                .sorted(Comparator.comparing(FolderBaseline::version, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        return versions.isEmpty()
                ? Earlier.first("no document in " + source + " is called \""
                        + Optional.ofNullable(head.id()).orElse(head.info().title()) + "\"")
                : Series.read(versions.size(), i -> read(versions.get(i)));
    }

    private static BaseDocument read(ReadResult version) {
        return BaseDocument.of(version.file().toString(), version, UnaryOperator.identity());
    }

    private static @Nullable SemanticVersion version(ReadResult read) {
        return read.document()
                .flatMap(document -> SemanticVersion.parse(document.info().version()))
                .orElse(null);
    }

    private Optional<Path> copy(AsyncApiDocument head) {
        return relative(head)
                .map(path -> directory.resolve(source).resolve(path))
                .filter(file -> Files.isRegularFile(file) && !same(file, Path.of(head.file())));
    }

    private Optional<Path> relative(AsyncApiDocument head) {
        Path from = directory.toAbsolutePath().normalize();
        Path file = Path.of(head.file()).toAbsolutePath().normalize();
        return file.startsWith(from) ? Optional.of(from.relativize(file)) : Optional.empty();
    }

    /** Whether two documents are versions of one. */
    static boolean sameApi(AsyncApiDocument one, AsyncApiDocument other) {
        String id = one.id();
        String otherId = other.id();
        return (id != null && otherId != null)
                ? id.equals(otherId)
                : one.info().title().equals(other.info().title());
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }
}
