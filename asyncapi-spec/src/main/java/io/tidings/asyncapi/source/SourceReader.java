package io.tidings.asyncapi.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a file into a located tree: JSON where its name ends in {@code .json} or {@code .avsc}, else YAML 1.2. */
public final class SourceReader {
    private static final String ENCODING_HINT = "save the file as UTF-8";

    private final SourceLimits limits;

    public SourceReader(SourceLimits limits) {
        this.limits = limits;
    }

    /** Reads a file; whatever is wrong with it is a problem of the result, never an exception. */
    public SourceFile read(Path path, String file) {
        try {
            return readText(file, decode(bytesOf(path, file), file));
        } catch (MalformedSource e) {
            return new SourceFile(file, Optional.empty(), List.of(e.problem()));
        }
    }

    /** Reads a text that is already in memory. */
    public SourceFile readText(String file, String text) {
        List<SourceProblem> problems = new ArrayList<>();
        try {
            Node root = isJson(file)
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
            if (Files.size(path) > limits.maxBytes()) {
                throw unreadable(
                        "source-too-large",
                        "'" + file + "' is larger than " + limits.maxBytes() / 1024 / 1024 + " MiB",
                        file,
                        "split the document, or raise the limit");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw unreadable("source-not-found", "'" + file + "' does not exist", file, "check the path");
        } catch (IOException e) {
            throw unreadable(
                    "source-unreadable", "'" + file + "' cannot be read", file, "check the file and its permissions");
        }
    }

    private static String decode(byte[] bytes, String file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            Location place = firstUndecodable(bytes, file);
            throw new MalformedSource(
                    SourceProblem.at("source-not-utf8", "'" + file + "' is not UTF-8", place, ENCODING_HINT));
        }
    }

    private static Location firstUndecodable(byte[] bytes, String file) {
        var in = ByteBuffer.wrap(bytes);
        var out = java.nio.CharBuffer.allocate(bytes.length + 1);
        StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String before = out.flip().toString();
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new Location(file, line, before.length() - lineStart + 1);
    }

    private static MalformedSource unreadable(String code, String message, String file, String hint) {
        return new MalformedSource(SourceProblem.at(code, message, Location.startOf(file), hint));
    }
}
