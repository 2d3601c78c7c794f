package io.tidings.cli;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.search.DocumentSearch;
import io.tidings.asyncapi.search.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Documents that a command line names, read.
 *
 * @param results in the order of the names
 */
record Documents(List<ReadResult> results) {

    /**
     * Finds and reads them.
     *
     * @param names files, folders and globs
     * @param others files that are read elsewhere, and left out here
     * @throws UnusableInput where a name leads to nothing
     */
    static Documents read(List<String> names, List<Path> others) {
        return new Documents(
                find(names).stream()
                        .filter(file -> others.stream().noneMatch(other -> same(file, other)))
                        .toList()
                        .parallelStream()
                        .map(AsyncApi::read)
                        .toList());
    }

    /**
     * Finds them.
     *
     * @throws UnusableInput where a name leads to nothing
     */
    static List<Path> find(List<String> names) {
        Found found = DocumentSearch.find(names, Path.of(""));
        if (!found.problems().isEmpty()) {
            throw new UnusableInput(String.join("\ntidings: ", found.problems()));
        }
        return found.documents();
    }

    /**
     * Finds them; each must be there.
     *
     * @throws UnusableInput where a name leads to nothing, or to no file
     */
    static List<Path> findAll(List<String> names) {
        List<Path> found = find(names);
        List<String> missing = found.stream()
                .filter(file -> !Files.isRegularFile(file))
                .map(file -> "no file " + file)
                .toList();
        if (!missing.isEmpty()) {
            throw new UnusableInput(String.join("\ntidings: ", missing));
        }
        return found;
    }

    /** Whether a name stands for however many documents there are: a folder, or a pattern that is no file's name. */
    static boolean several(String name) {
        try {
            Path path = Path.of(name);
            return Files.isDirectory(path) || (!Files.exists(path) && DocumentSearch.isPattern(name));
        } catch (InvalidPathException e) {
            return true;
        }
    }

    /** One document is asked for, and a folder may hold several. */
    static void requireFile(Path named) {
        if (Files.isDirectory(named)) {
            throw new UnusableInput(
                    named + " is a folder: name the document in it, such as " + named.resolve("asyncapi.yaml"));
        }
        if (!Files.isRegularFile(named)) {
            throw new UnusableInput("no file " + named);
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return one.toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        }
    }

    List<Path> files() {
        return results.stream().map(ReadResult::file).toList();
    }

    /** Those that cannot be judged. */
    List<ReadResult> invalid() {
        return results.stream().filter(result -> !result.valid()).toList();
    }

    /** What it means that some cannot be judged: they are wrong, or they are not there. */
    static int status(List<ReadResult> invalid) {
        return invalid.stream().anyMatch(result -> result.sources().isEmpty()) ? Status.UNUSABLE : Status.DOES_NOT_HOLD;
    }

    List<AsyncApiDocument> documents() {
        return results.stream().flatMap(result -> result.document().stream()).toList();
    }
}
