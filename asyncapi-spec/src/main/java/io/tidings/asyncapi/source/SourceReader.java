package io.tidings.asyncapi.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads a file into a located tree: JSON where its name ends in {@code .json} or {@code .avsc}, else YAML 1.2. */
public final class SourceReader {
    private final SourceLimits limits;

    public SourceReader(SourceLimits limits) {
        this.limits = limits;
    }

    /** Reads a file; whatever is wrong with it is a problem of the result, never an exception. */
    public SourceFile read(Path path, String file) {
        return read(path, file, isJson(file));
    }

    /** The same where its name does not say what it holds. */
    public SourceFile read(Path path, String file, boolean json) {
        try {
            return readText(file, Decoding.utf8(bytesOf(path, file), file), json);
        } catch (MalformedSource e) {
            return new SourceFile(file, Optional.empty(), List.of(e.problem()));
        }
    }

    /** Reads a file in a language of its own: decoded and bounded like all others, then given to its parser. */
    public SourceFile read(Path path, String file, Function<String, SourceFile> parser) {
        try {
            return parser.apply(Decoding.utf8(bytesOf(path, file), file));
        } catch (MalformedSource e) {
            return new SourceFile(file, Optional.empty(), List.of(e.problem()));
        }
    }

    /** Reads a text that is already in memory. */
    public SourceFile readText(String file, String text) {
        return readText(file, text, isJson(file));
    }

    private SourceFile readText(String file, String text, boolean json) {
        List<SourceProblem> problems = new ArrayList<>();
        try {
            Node root = json
                    ? new JsonTree(file, limits, problems).read(text)
                    : new YamlTree(file, text, limits, problems).read();
            return new SourceFile(file, Optional.of(root), problems);
        } catch (MalformedSource e) {
            problems.add(e.problem());
            return new SourceFile(file, Optional.empty(), problems);
        }
    }

    private static boolean isJson(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        return lower.endsWith(".json") || lower.endsWith(".avsc");
    }

    private byte[] bytesOf(Path path, String file) {
        try {
            if (Files.isDirectory(path)) {
                throw unreadable("source-not-a-file", "'" + file + "' is a directory", file, "name a file");
            }
            // Not its size, which a pipe does not know: one byte more than allowed tells as much.
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes(limits.maxBytes() + 1);
                if (bytes.length > limits.maxBytes()) {
                    throw unreadable(
                            "source-too-large",
                            "'" + file + "' is larger than " + size(limits.maxBytes()),
                            file,
                            "split the document, or raise the limit");
                }
                return bytes;
            }
        } catch (NoSuchFileException e) {
            throw unreadable("source-not-found", "'" + file + "' does not exist", file, "check the path");
        } catch (IOException e) {
            throw unreadable(
                    "source-unreadable", "'" + file + "' cannot be read", file, "check the file and its permissions");
        }
    }

    private static String size(int bytes) {
        int mebi = 1024 * 1024;
        return bytes % mebi == 0 ? bytes / mebi + " MiB" : bytes + " bytes";
    }

    private static MalformedSource unreadable(String code, String message, String file, String hint) {
        return new MalformedSource(SourceProblem.at(code, message, Location.startOf(file), hint));
    }
}
