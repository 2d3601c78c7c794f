package io.tidings.codegen.output;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A source root that several executions may share. A file whose bytes are the same is not written again; what an execution's
 * former run made and this one does not is deleted: a manifest beside the sources remembers it.
 */
public final class OutputFolder {

    private final Path root;
    private final Path manifest;
    private final @Nullable Charset encoding;

    /**
     * A folder, which need not exist yet.
     *
     * @param execution who writes: each has a manifest of its own
     * @param encoding what the build compiles with; null if it does not say
     */
    public OutputFolder(Path root, String execution, @Nullable Charset encoding) {
        this.root = root;
        this.manifest = root.resolve(".tidings").resolve(execution.replaceAll("[^A-Za-z0-9._-]", "_") + ".files");
        this.encoding = encoding;
    }

    /** What a run did. */
    public record Changes(int written, int unchanged, int deleted) {}

    /** Makes the folder hold these files of ours, and no others of ours. */
    public Changes replaceWith(List<SourceFile> files) throws IOException {
        Set<String> paths = new TreeSet<>();
        int written = 0;
        for (SourceFile file : files) {
            paths.add(file.path());
            written += write(root.resolve(file.path()), SourceText.bytes(file.content(), encoding)) ? 1 : 0;
        }
        int deleted = deleteAllBut(paths);
        write(manifest, (String.join("\n", paths) + "\n").getBytes(StandardCharsets.UTF_8));
        return new Changes(written, files.size() - written, deleted);
    }

    private static boolean write(Path file, byte[] bytes) throws IOException {
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return false;
        }
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return true;
    }

    private int deleteAllBut(Set<String> paths) throws IOException {
        int deleted = 0;
        for (String former : former()) {
            Path file = root.resolve(former).normalize();
            if (!paths.contains(former) && file.startsWith(root.normalize()) && Files.deleteIfExists(file)) {
                deleted++;
                deleteEmptyFolders(file.getParent());
            }
        }
        return deleted;
    }

    private List<String> former() throws IOException {
        if (!Files.isRegularFile(manifest)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(manifest));
        lines.removeIf(String::isBlank);
        return lines;
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
