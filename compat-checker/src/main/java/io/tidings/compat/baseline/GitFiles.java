package io.tidings.compat.baseline;

import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.source.Location;
import io.tidings.compat.baseline.GitObjects.Blob;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was in a revision, with the files of the same revision that it refers to.
 *
 * @param commit what git calls the revision
 * @param shown what users call it
 * @param path of the document, from the root of the tree
 * @param files by path, the document among them
 */
record GitFiles(String commit, String shown, String path, Map<String, Blob> files) {

    private static final String EXTENSIONS = "ya?ml|json|avsc|avpr|avdl|avro";
    /** What looks like the name of a file: too many cost little, and what is overlooked is made up for. */
    private static final Pattern NAME =
            Pattern.compile("[^\\s\"'<>,\\[\\]{}()#|]+\\.(?:" + EXTENSIONS + ")\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern READABLE =
            Pattern.compile(".*\\.(?:" + EXTENSIONS + ")", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The document and what it seems to refer to; empty where the revision has no such document. */
    static Optional<GitFiles> of(GitObjects objects, String commit, String shown, String path) {
        Optional<Blob> document = objects.file(commit, path);
        return document.map(blob -> {
            Map<String, Blob> files = new LinkedHashMap<>();
            files.put(path, blob);
            Set<String> asked = new HashSet<>(Set.of(path));
            Deque<String> unread = new ArrayDeque<>(List.of(path));
            String settings = sibling(path, ".tidings.yaml");
            objects.file(commit, settings).ifPresent(file -> files.put(settings, file));
            while (!unread.isEmpty()) {
                String from = unread.remove();
                for (String name : names(from, files.get(from))) {
                    if (asked.add(name)) {
                        objects.file(commit, name).ifPresent(file -> {
                            files.put(name, file);
                            unread.add(name);
                        });
                    }
                }
            }
            return new GitFiles(commit, shown, path, files);
        });
    }

    /** All that a document of the revision could refer to. */
    private GitFiles all(GitCommand git) {
        Map<String, Blob> all = new LinkedHashMap<>(files);
        try (GitObjects objects = new GitObjects(git)) {
            git.names("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit).stream()
                    .filter(name -> readable(name) && !all.containsKey(name))
                    .forEach(name -> objects.file(commit, name).ifPresent(file -> all.put(name, file)));
        }
        return new GitFiles(commit, shown, path, all);
    }

    /** The same, to be read later: what stands in the files stays where it is until then. */
    GitFiles unread() {
        Map<String, Blob> known = new LinkedHashMap<>();
        files.forEach((name, blob) -> known.put(name, blob.withoutContent()));
        return new GitFiles(commit, shown, path, known);
    }

    /** What the document says its version is, where that can be told without reading it whole. */
    Optional<String> version() {
        return Optional.ofNullable(files.get(path))
                .map(Blob::content)
                .map(Headings::ofInfo)
                .flatMap(heading -> Optional.ofNullable(heading.version()));
    }

    /** Equal for revisions in which the document and all it refers to are the same. */
    Map<String, String> identity() {
        return files.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().id()));
    }

    /**
     * Reads the document from a temporary copy.
     *
     * @throws BaselineException where it is not valid
     */
    BaseDocument read(String source, GitCommand git) {
        try {
            return readCopy(source, git);
        } catch (BaselineException e) {
            // A name may be written in a way that only a parser understands.
            GitFiles all = all(git);
            if (all.files().size() == files.size()) {
                throw e;
            }
            return all.readCopy(source, git);
        }
    }

    private BaseDocument readCopy(String source, GitCommand git) {
        try (TemporaryFolder copy = new TemporaryFolder(source)) {
            write(copy, git);
            Path document = copy.directory().resolve(path);
            // Nothing marks the copy as a work tree, and references may lead all over one.
            ReadOptions options = ReadOptions.DEFAULT.withRoots(copy.directory());
            return BaseDocument.read(source, document, shown(copy.directory()), options);
        } catch (IOException e) {
            throw new BaselineException("the base " + source + " cannot be copied: " + e.getMessage(), e);
        }
    }

    private void write(TemporaryFolder copy, GitCommand git) throws IOException {
        Map<String, Blob> absent = new LinkedHashMap<>(files);
        for (Map.Entry<String, Blob> file : files.entrySet()) {
            byte[] content = file.getValue().content();
            if (content != null) {
                copy.write(file.getKey(), content);
                absent.remove(file.getKey());
            }
        }
        if (absent.isEmpty()) {
            return;
        }
        try (GitObjects objects = new GitObjects(git)) {
            for (String name : absent.keySet()) {
                byte[] content = objects.file(commit, name).map(Blob::content).orElse(null);
                if (content != null) {
                    copy.write(name, content);
                }
            }
        }
    }

    private UnaryOperator<Location> shown(Path copy) {
        return place -> {
            Path file = Path.of(place.file()).normalize();
            return file.startsWith(copy)
                    ? new Location(
                            shown(copy.relativize(file).toString().replace('\\', '/')), place.line(), place.column())
                    : place;
        };
    }

    private String shown(String name) {
        return "git:" + shown + ":" + name;
    }

    private static Set<String> names(String from, @Nullable Blob file) {
        Set<String> names = new HashSet<>();
        byte[] content = file == null ? null : file.content();
        if (content != null) {
            Matcher matcher = NAME.matcher(new String(content, StandardCharsets.UTF_8));
            while (matcher.find()) {
                String written = matcher.group();
                if (!written.contains("://")) {
                    names.add(sibling(from, decoded(written)));
                }
            }
        }
        names.removeIf(name -> name.startsWith(".."));
        return names;
    }

    private static String decoded(String written) {
        try {
            return written.contains("%")
                    ? URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8)
                    : written;
        } catch (IllegalArgumentException e) {
            return written; // a percent sign that stands for itself
        }
    }

    private static String sibling(String path, String name) {
        return normal(path.substring(0, path.lastIndexOf('/') + 1) + name);
    }

    /** Without {@code .} and {@code ..} where they can be resolved, with slashes, without one at the beginning. */
    static String normal(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.replace('\\', '/').split("/", -1)) {
            if (part.equals("..")
                    && !parts.isEmpty()
                    && !parts.get(parts.size() - 1).equals("..")) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /** Whether a file may be a document or a schema, by its name. */
    static boolean readable(String name) {
        return READABLE.matcher(name).matches();
    }
}
