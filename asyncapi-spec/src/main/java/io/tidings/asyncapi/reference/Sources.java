package io.tidings.asyncapi.reference;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.source.SourceFile;
import io.tidings.asyncapi.source.SourceProblem;
import io.tidings.asyncapi.source.SourceReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of one document, each read once, however it is named. */
public final class Sources {
    private final SourceReader reader;
    private final Diagnostics diagnostics;
    private final Map<Path, SourceFile> read = new LinkedHashMap<>();
    private final List<Path> paths = new ArrayList<>();

    public Sources(SourceReader reader, Diagnostics diagnostics) {
        this.reader = reader;
        this.diagnostics = diagnostics;
    }

    /**
     * Reads a file, or gives what reading it gave before. What is wrong within the file is reported there; that it cannot
     * be read at all is left to the one who asked.
     */
    public SourceFile load(Path path) {
        Path key = path.toAbsolutePath().normalize();
        SourceFile known = read.get(key);
        if (known != null) {
            return known;
        }
        SourceFile file = reader.read(path, path.toString());
        read.put(key, file);
        if (!unreadable(file)) {
            paths.add(path);
            file.problems().forEach(problem -> diagnostics.add(asDiagnostic(problem)));
        }
        return file;
    }

    /** Whether a file could not even be opened. */
    public static boolean unreadable(SourceFile file) {
        return file.root().isEmpty()
                && file.problems().stream().anyMatch(problem -> switch (problem.code()) {
                    case "source-not-found", "source-unreadable", "source-not-a-file" -> true;
                    default -> false;
                });
    }

    /** The files that were read, in the order first asked for. */
    public List<Path> paths() {
        return List.copyOf(paths);
    }

    /** The same in the terms of reports. */
    public static Diagnostic asDiagnostic(SourceProblem problem) {
        Diagnostic diagnostic = Diagnostic.error(
                problem.code(), problem.message(), problem.location(), problem.pointer(), problem.hint());
        boolean duplicate = problem.code().equals("duplicate-key");
        return problem.earlier() == null
                ? diagnostic
                : diagnostic.withRelated(problem.earlier(), duplicate ? "first here" : "it began here");
    }
}
