package io.tidings.asyncapi.search;

import io.tidings.asyncapi.source.RootField;
import io.tidings.asyncapi.source.SourceLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the documents that users name.
 *
 * <ul>
 *   <li>A file is that file, whatever is in it.
 *   <li>A folder is every AsyncAPI document below it: files that end in {@code .yaml}, {@code .yml} or {@code .json} and have
 *       the field {@code asyncapi}. Hidden folders, {@code target} and {@code node_modules} are not looked into.
 *   <li>A name with {@code *}, {@code ?}, <code>[…]</code> or <code>{…}</code> that no file has is a glob: every document
 *       that matches it. {@code **} stands for any number of folders, none included.
 * </ul>
 */
public final class DocumentSearch {
    private static final RootField ASYNCAPI = new RootField("asyncapi");

    private final Path base;
    private final Map<Path, Path> documents = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private DocumentSearch(Path base) {
        this.base = base;
    }

    /**
     * Finds documents.
     *
     * @param names files, folders and globs
     * @param base what relative names are relative to; empty for the working directory
     */
    public static Found find(List<String> names, Path base) {
        DocumentSearch search = new DocumentSearch(base);
        names.forEach(search::add);
        return new Found(List.copyOf(search.documents.values()), search.problems);
    }

    /** Whether a name that is no file's stands for all that match it. */
    public static boolean isPattern(String name) {
        return Glob.isGlob(name);
    }

    private void add(String name) {
        Path path = path(name);
        if (path != null && Files.isDirectory(path)) {
            addAll(new Walk(path.normalize(), null), "there is no AsyncAPI document in the folder " + name);
        } else if (path != null && (Files.exists(path) || !Glob.isGlob(name))) {
            addOnce(path);
        } else if (Glob.isGlob(name)) {
            Glob glob = new Glob(name);
            Path start = base.resolve(glob.root());
            addAll(new Walk(start.normalize(), glob), "no AsyncAPI document matches " + name);
        } else {
            problems.add("'" + name + "' is not the name of a file");
        }
    }

    private @org.jspecify.annotations.Nullable Path path(String name) {
        try {
            return base.resolve(name);
        } catch (InvalidPathException e) {
            return null; // a glob, on a platform where no file can be called so
        }
    }

    private void addAll(Walk walk, String otherwise) {
        boolean any = false;
        try {
            for (Path file : walk.files()) {
                if (ASYNCAPI.isIn(file, SourceLimits.DEFAULT)) {
                    addOnce(file);
                    any = true;
                }
            }
        } catch (IOException e) {
            problems.add(e.getMessage() + " cannot be read");
            return;
        }
        if (!any) {
            problems.add(otherwise);
        }
    }

    private void addOnce(Path file) {
        documents.putIfAbsent(identity(file), file);
    }

    /** Links and detours lead to the same file. */
    private static Path identity(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}
