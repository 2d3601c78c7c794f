package io.tidings.compat.baseline;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads what users call bases. Files and git are known here; artifacts and registries need something that only the command or
 * the build has (repositories, credentials), which {@link #with} adds. Immutable.
 */
public final class Baselines {

    /** What every scheme but a file's name begins with. */
    private static final Map<String, String> BUILT_IN = Map.of(
            "git", "git:REV[:PATH]",
            "git-tags", "git-tags:PATTERN[:PATH]",
            "git-merge-base", "git-merge-base[:BRANCH]");

    private static final List<String> ELSEWHERE = List.of("maven", "registry");

    private final Path directory;
    private final Map<String, String> environment;
    private final Map<String, Scheme> schemes;

    /** Makes a base of a text that begins with the scheme's name and a colon. */
    @FunctionalInterface
    public interface Scheme {

        /**
         * Reads the text.
         *
         * @throws BaselineException where it names nothing
         */
        Baseline parse(String text);
    }

    private Baselines(Path directory, Map<String, String> environment, Map<String, Scheme> schemes) {
        this.directory = directory;
        this.environment = environment;
        this.schemes = schemes;
    }

    /** Files and revisions, relative to a directory. */
    public static Baselines in(Path directory) {
        return new Baselines(directory, Map.of(), Map.of());
    }

    /** The same, asking the variables that continuous integration sets which branch a change is meant for. */
    public Baselines withEnvironment(Map<String, String> variables) {
        return new Baselines(directory, Map.copyOf(variables), schemes);
    }

    /** The same with a further scheme. */
    public Baselines with(String name, Scheme scheme) {
        Map<String, Scheme> all = new LinkedHashMap<>(schemes);
        all.put(name, scheme);
        return new Baselines(directory, environment, all);
    }

    /**
     * What a document is compared with where nobody says it: {@code git-merge-base}.
     *
     * @param branch the main branch; empty for the one that continuous integration or the repository names
     */
    public Baseline standard(String branch) {
        return new MergeBaseline(branch.isEmpty() ? "git-merge-base" : "git-merge-base:" + branch, branch, environment);
    }

    /**
     * What a text names.
     *
     * @throws BaselineException where it names nothing that can be read
     */
    public Baseline parse(String text) {
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? text : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        Scheme added = colon < 0 ? null : schemes.get(scheme);
        if (added != null) {
            return added.parse(text);
        }
        if (colon >= 0 && ELSEWHERE.contains(scheme)) {
            throw new BaselineException("the base " + text + " cannot be read here: only files and git are known");
        }
        return switch (scheme) {
            case "git-merge-base" -> standard(checked(text, rest));
            case "git-tags" -> TagsBaseline.parse(text, rest, directory);
            case "git" -> colon < 0 ? file(text) : GitBaseline.parse(text, rest, directory);
            default -> file(text);
        };
    }

    /** A leading hyphen would be an option to git. */
    static String checked(String text, String revision) {
        if (revision.startsWith("-")) {
            throw new BaselineException(
                    "the base " + text + " is not " + String.join(" or ", new TreeSet<>(BUILT_IN.values())));
        }
        return revision;
    }

    private Baseline file(String text) {
        try {
            Path path = directory.resolve(text);
            if (Files.isRegularFile(path)) {
                return new FileBaseline(text, path);
            }
            boolean several = Files.isDirectory(path) || isGlob(text);
            return several ? new FolderBaseline(text, directory) : new FileBaseline(text, path);
        } catch (InvalidPathException e) {
            if (isGlob(text)) {
                return new FolderBaseline(text, directory);
            }
            throw new BaselineException("the base " + text + " is not the name of a file: " + e.getReason(), e);
        }
    }

    private static boolean isGlob(String text) {
        return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }
}
