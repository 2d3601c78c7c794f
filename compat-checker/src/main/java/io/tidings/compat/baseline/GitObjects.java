package io.tidings.compat.baseline;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of revisions, all through one process of git: a hundred tags would be a thousand processes otherwise. Symbolic
 * links within the repository are followed, as they are in a work tree. Closing it ends the process. For one thread.
 */
final class GitObjects implements AutoCloseable {

    private final GitCommand git;
    private final Process process;
    private final InputStream answers;

    /** A file of a revision. */
    static final class Blob {
        private final String id;
        private final byte @Nullable [] content;

        private Blob(String id, byte @Nullable [] content) {
            this.id = id;
            this.content = content;
        }

        /** Equal for files of equal content. */
        String id() {
            return id;
        }

        /** Not to be changed; null where it has not been kept. */
        byte @Nullable [] content() {
            return content;
        }

        /** What is left where there are many: git keeps the content. */
        Blob withoutContent() {
            return new Blob(id, null);
        }
    }

    GitObjects(GitCommand git) {
        this.git = git;
        this.process = git.start("cat-file", "--batch", "--follow-symlinks");
        this.answers = new BufferedInputStream(process.getInputStream());
    }

    /** A file by its path from the root of the tree; empty where the revision has no file there. */
    Optional<Blob> file(String commit, String path) {
        if (path.indexOf('\n') >= 0) {
            return Optional.empty(); // questions are lines
        }
        try {
            GitCommand.send(process.getOutputStream(), commit + ":" + path);
            String answer = line();
            String[] words = answer.split(" ", -1);
            boolean object = answer.matches("[0-9a-f]{40,64} [a-z]+ \\d+");
            boolean leadsAstray = answer.matches("(dangling|loop|notdir|symlink) \\d+");
            if (!object && !leadsAstray) {
                return Optional.empty(); // "… missing"
            }
            byte[] content = answers.readNBytes(Integer.parseInt(words[words.length - 1]));
            if (answers.read() != '\n') {
                throw new EOFException("it ended in the middle of an object");
            }
            return object && words[1].equals("blob") ? Optional.of(new Blob(words[0], content)) : Optional.empty();
        } catch (IOException e) {
            throw git.broken(e);
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = answers.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = answers.read();
        }
        if (next < 0) {
            throw new EOFException("it ended before it answered");
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
