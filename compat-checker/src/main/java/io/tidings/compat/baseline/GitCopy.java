package io.tidings.compat.baseline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documents and schemas of a revision in a temporary directory, removed when closed.
 *
 * @param directory its root
 */
record GitCopy(Path directory) implements AutoCloseable {

    /** Copies all that the document may refer to, asking git once for all of it. */
    static GitCopy of(GitCommand git, GitTree tree, String document) {
        List<String> paths = tree.blobs().keySet().stream()
                .filter(path -> path.equals(document) || GitTree.readable(path))
                .toList();
        String ids = paths.stream().map(tree.blobs()::get).collect(Collectors.joining("\n", "", "\n"));
        byte[] batch = git.output(
                List.of("cat-file", "--batch"), ids.getBytes(StandardCharsets.US_ASCII), "git cannot read its objects");
        try {
            GitCopy copy = new GitCopy(Files.createTempDirectory("tidings-base").toRealPath());
            copy.write(paths, batch);
            return copy;
        } catch (IOException e) {
            throw new BaselineException("the base " + git.source() + " cannot be copied: " + e.getMessage(), e);
        }
    }

    /** Each object is {@code ID blob SIZE}, a line feed, its bytes and another line feed. */
    private void write(List<String> paths, byte[] batch) throws IOException {
        int at = 0;
        for (String path : paths) {
            int end = at;
            while (batch[end] != '\n') {
                end++;
            }
            String header = new String(batch, at, end - at, StandardCharsets.US_ASCII);
            int size = Integer.parseInt(header.substring(header.lastIndexOf(' ') + 1));
            Path file = directory.resolve(path).normalize();
            if (file.startsWith(directory)) {
                Files.createDirectories(file.getParent());
                Files.write(file, Arrays.copyOfRange(batch, end + 1, end + 1 + size));
            }
            at = end + 1 + size + 1;
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
