package io.tidings.asyncapi.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders that references may lead into (docs/adr/0012): the work tree of the document, or, where it stands in none, its
 * own folder and the folders beside that; and those that the caller named. Links are followed before a place is judged.
 */
final class Roots {
    private static final List<String> VERSION_CONTROL = List.of(".git", ".hg", ".jj", ".svn");

    private final List<Path> folders = new ArrayList<>();
    private final @Nullable Path beside;

    Roots(Path document, List<Path> further) {
        Path folder = real(document.toAbsolutePath().resolveSibling(""));
        Path workTree = workTreeOf(folder);
        folders.add(workTree == null ? folder : workTree);
        further.forEach(root -> folders.add(real(root)));
        Path parent = folder.getParent();
        beside = workTree != null || parent == null || sharedByAll(parent) ? null : parent;
    }

    /** Whether a file may be read, be it there or not. */
    boolean contain(Path path) {
        Path real = real(path);
        return folders.stream().anyMatch(real::startsWith)
                || (beside != null && real.startsWith(beside) && real.getNameCount() > beside.getNameCount() + 1);
    }

    private static @Nullable Path workTreeOf(Path folder) {
        for (Path at = folder; at != null && !sharedByAll(at); at = at.getParent()) {
            Path tree = at;
            if (VERSION_CONTROL.stream().anyMatch(name -> Files.exists(tree.resolve(name)))) {
                return tree;
            }
        }
        return null;
    }

    /** Folders in which things lie side by side that have nothing to do with each other. */
    private static boolean sharedByAll(Path folder) {
        return folder.getParent() == null
                || Stream.of("user.home", "java.io.tmpdir")
                        .map(System::getProperty)
                        .anyMatch(shared -> shared != null && folder.equals(real(Path.of(shared))));
    }

    /** Where a path leads when links are followed, as far as it exists. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path known = absolute;
        while (known != null && !Files.exists(known)) {
            known = known.getParent();
        }
        try {
            return known == null
                    ? absolute
                    : known.toRealPath().resolve(known.relativize(absolute)).normalize();
        } catch (IOException e) {
            return absolute;
        }
    }
}
