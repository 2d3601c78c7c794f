package io.tidings.asyncapi.reference;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.idl.IdlReader;
import io.tidings.asyncapi.remote.Credentials;
import io.tidings.asyncapi.remote.RemoteContent;
import io.tidings.asyncapi.remote.RemoteFailure;
import io.tidings.asyncapi.remote.RemoteFiles;
import io.tidings.asyncapi.source.SourceFile;
import io.tidings.asyncapi.source.SourceProblem;
import io.tidings.asyncapi.source.SourceReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The files of one document, each read once, however it is named. */
public final class Sources {
    private final SourceReader reader;
    private final RemoteFiles remote;
    private final Diagnostics diagnostics;
    private final Map<Path, SourceFile> local = new HashMap<>();
    private final Map<String, SourceFile> byName = new HashMap<>();
    private final Map<String, URI> bases = new HashMap<>();
    private final Map<URI, RemoteFailure> failures = new HashMap<>();
    private final List<Path> paths = new ArrayList<>();

    public Sources(SourceReader reader, RemoteFiles remote, Diagnostics diagnostics) {
        this.reader = reader;
        this.remote = remote;
        this.diagnostics = diagnostics;
    }

    /**
     * Reads a file, or gives what reading it gave before. What is wrong within the file is reported there; that it cannot
     * be read at all is left to the one who asked.
     */
    public SourceFile load(Path path) {
        return load(path, file -> reader.read(path, file));
    }

    /** Reads an Avro IDL file, and what it imports from where it may. */
    SourceFile loadIdl(Path path, Predicate<Path> allowed) {
        return load(path, file -> new IdlReader(reader, allowed).read(path, file));
    }

    private SourceFile load(Path path, Function<String, SourceFile> read) {
        Path key = path.toAbsolutePath().normalize();
        SourceFile known = local.get(key);
        if (known != null) {
            return known;
        }
        SourceFile file = read.apply(path.toString());
        local.put(key, file);
        if (!unreadable(file)) {
            add(file, path);
        }
        return file;
    }

    /** Reads what a URL names; it is known by that URL, without a user or other secrets. */
    SourceFile load(URI url) throws RemoteFailure {
        String name = nameOf(url);
        SourceFile known = byName.get(name);
        if (known != null) {
            return known;
        }
        RemoteFailure failed = failures.get(url);
        if (failed != null) {
            throw failed;
        }
        try {
            RemoteContent content = remote.find(url);
            SourceFile file = reader.read(content.file(), name, content.json());
            bases.put(name, base(url, content.url()));
            add(file, content.file());
            return file;
        } catch (RemoteFailure e) {
            failures.put(url, e);
            throw e;
        }
    }

    /** Where it was found; what opened the door to it opens the same server's doors to its neighbours. */
    private static URI base(URI asked, URI found) {
        String user = asked.getRawUserInfo();
        boolean sameServer = found.getHost().equalsIgnoreCase(asked.getHost()) && found.getPort() == asked.getPort();
        return user == null || !sameServer ? found : URI.create(found.toString().replace("://", "://" + user + "@"));
    }

    private void add(SourceFile file, Path path) {
        byName.put(file.file(), file);
        paths.add(path);
        file.problems().forEach(problem -> diagnostics.add(asDiagnostic(problem)));
    }

    /** A file that was read before, by the name that locations in it carry. */
    @Nullable SourceFile known(String file) {
        return byName.get(file);
    }

    /** What references in a file are relative to, where that is a URL. */
    @Nullable URI baseOf(String file) {
        return bases.get(file);
    }

    private static String nameOf(URI url) {
        String user = url.getRawUserInfo();
        String text = url.toString();
        return Credentials.masked(user == null ? text : text.replace("://" + user + "@", "://"));
    }

    /** Whether a file could not even be opened. */
    public static boolean unreadable(SourceFile file) {
        return file.root().isEmpty()
                && file.problems().stream().anyMatch(problem -> switch (problem.code()) {
                    case "source-not-found", "source-unreadable", "source-not-a-file" -> true;
                    default -> false;
                });
    }

    /** The files that were read, in the order first asked for; of a URL, the file in the cache. */
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
