package io.tidings.asyncapi.search;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files below a folder that may be documents: what build tools and version control keep for themselves is left out. */
final class Walk extends SimpleFileVisitor<Path> {
    private static final Set<String> OTHERS = Set.of("target", "node_modules");

    private final Path root;
    private final @Nullable Glob glob;
    private final List<Path> files = new ArrayList<>();

    Walk(Path root, @Nullable Glob glob) {
        this.root = root;
        this.glob = glob;
    }

    /** In an order that does not depend on the platform; none where the folder is not there. */
    List<Path> files() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        Files.walkFileTree(root, this);
        files.sort(Comparator.comparing(Walk::slashed));
        return files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = String.valueOf(folder.getFileName());
        boolean skipped = !folder.equals(root) && (name.startsWith(".") || OTHERS.contains(name));
        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        boolean kind = name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
        boolean wanted = kind
                && !name.startsWith(".")
                && Files.isRegularFile(file)
                && (glob == null || glob.matches(slashed(root.relativize(file))));
        if (wanted) {
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
