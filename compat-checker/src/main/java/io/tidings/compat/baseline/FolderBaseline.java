package io.tidings.compat.baseline;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.search.DocumentSearch;
import io.tidings.asyncapi.source.Heading;
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
        List<UnreadVersion> versions = DocumentSearch.find(List.of(source), directory).documents().parallelStream()
                .filter(file -> !same(file, Path.of(head.file())))
                .flatMap(file -> version(file, folder ? head : null).stream())
                .sorted(Comparator.comparing(FolderBaseline::number, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        if (!versions.isEmpty()) {
            return Series.of(versions);
        }
        return folder
                ? Earlier.first("no document in " + source + " is called \""
                        + Optional.ofNullable(head.id()).orElse(head.info().title()) + "\"")
                : Earlier.nothing("no document matches " + source);
    }

    /** A file, where it is a version of the head or no head is asked for. */
    private static Optional<UnreadVersion> version(Path file, @Nullable AsyncApiDocument head) {
        Heading heading = Headings.ofAll(file);
        boolean known = heading.title() != null && heading.version() != null;
        boolean ours = head == null
                || (known
                        ? sameApi(head, heading.id(), String.valueOf(heading.title()))
                        : AsyncApi.read(file)
                                .document()
                                .filter(other -> sameApi(head, other))
                                .isPresent());
        return ours
                ? Optional.of(new UnreadVersion(
                        file.toString(),
                        Optional.ofNullable(heading.version()),
                        null,
                        () -> BaseDocument.read(file.toString(), file, UnaryOperator.identity())))
                : Optional.empty();
    }

    private static @Nullable SemanticVersion number(UnreadVersion version) {
        return version.version().flatMap(SemanticVersion::parse).orElse(null);
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
        return sameApi(one, other.id(), other.info().title());
    }

    private static boolean sameApi(AsyncApiDocument one, @Nullable String otherId, String otherTitle) {
        String id = one.id();
        return (id != null && otherId != null)
                ? id.equals(otherId)
                : one.info().title().equals(otherTitle);
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }
}
