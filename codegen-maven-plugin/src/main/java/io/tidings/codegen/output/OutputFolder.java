package io.tidings.codegen.output;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A source root, which several runs may share. A file whose bytes are the same is not written again, so that compilers and
 * development environments see what has changed, and nothing else. Several threads may write at once.
 */
public final class OutputFolder {

    private final Path root;
    private final @Nullable Charset encoding;
    private final Set<Path> made = ConcurrentHashMap.newKeySet();

    /**
     * A folder, which need not exist yet.
     *
     * @param encoding what the build compiles with; null if it does not say
     */
    public OutputFolder(Path root, @Nullable Charset encoding) {
        this.root = root.toAbsolutePath().normalize();
        this.encoding = encoding;
    }

    /**
     * Makes the folder hold a file.
     *
     * @return whether it did not do so already
     */
    public boolean write(SourceFile source) throws IOException {
        Path file = root.resolve(source.path());
        byte[] bytes = SourceText.bytes(source.content(), encoding);
        if (Files.isRegularFile(file)
                && Files.size(file) == bytes.length
                && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return false;
        }
        Path folder = file.getParent();
        if (folder != null && !made.contains(folder)) {
            Files.createDirectories(folder);
            made.add(folder);
        }
        Files.write(file, bytes);
        return true;
    }

    /**
     * Deletes sources, and folders that hold nothing any more. A path that leads elsewhere, or to something else than a
     * source, is left alone: records lie where anybody can write them.
     *
     * @return how many were there
     */
    public int delete(Collection<String> paths) throws IOException {
        int deleted = 0;
        for (String path : paths) {
            Path file = root.resolve(path).normalize();
            if (file.startsWith(root) && path.endsWith(".java") && Files.deleteIfExists(file)) {
                deleted++;
                deleteEmptyFolders(file.getParent());
            }
        }
        return deleted;
    }

    private void deleteEmptyFolders(@Nullable Path folder) throws IOException {
        Path current = folder;
        while (current != null && !current.equals(root) && current.startsWith(root)) {
            try (var entries = Files.list(current)) {
                if (entries.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(current);
            current = current.getParent();
        }
    }
}
