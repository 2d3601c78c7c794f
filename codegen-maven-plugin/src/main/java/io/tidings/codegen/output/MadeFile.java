package io.tidings.codegen.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file that a run wanted, and how it left it.
 *
 * @param path relative to the source root, with slashes
 * @param own whether this run wrote it; otherwise another one had written it just so
 * @param size in bytes, when it was left
 * @param modified in milliseconds since 1970, when it was left
 * @param content a digest of what it says, leaving out where it comes from: {@link SourceFile#meaning}
 */
public record MadeFile(String path, boolean own, long size, long modified, String content) {

    /** A file of the run itself, as it is on the disk now. */
    public static MadeFile left(Path root, String path, String content) throws IOException {
        BasicFileAttributes now = Files.readAttributes(root.resolve(path), BasicFileAttributes.class);
        return new MadeFile(path, true, now.size(), now.lastModifiedTime().toMillis(), content);
    }

    /** A file that another run has written. */
    public static MadeFile shared(String path, String content) {
        return new MadeFile(path, false, 0, 0, content);
    }

    /** Whether nobody has touched it since: who edits a file changes its time, who restores a cache makes us look closer. */
    boolean untouched(Path root) {
        try {
            BasicFileAttributes now = Files.readAttributes(root.resolve(path), BasicFileAttributes.class);
            return now.isRegularFile()
                    && now.size() == size
                    && now.lastModifiedTime().toMillis() == modified;
        } catch (IOException e) {
            return false; // most likely it is not there
        }
    }
}
