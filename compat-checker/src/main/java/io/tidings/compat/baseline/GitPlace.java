package io.tidings.compat.baseline;

import io.tidings.asyncapi.model.AsyncApiDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a document stands in a repository.
 *
 * @param git called in a folder of the work tree
 * @param paths it may have, from the root of the tree, the likeliest first
 */
record GitPlace(GitCommand git, List<String> paths) {

    /** How continuous integration gets a whole history. */
    private static final String DEEPEN = "this clone is shallow, its history is cut off: fetch all of it"
            + " (git fetch --unshallow; fetch-depth: 0 for actions/checkout, GIT_DEPTH: 0 for GitLab)";

    /** The place of a document that is on the disk. */
    static GitPlace of(String source, AsyncApiDocument head) {
        Path file = Path.of(head.file()).toAbsolutePath().normalize();
        GitCommand git = new GitCommand(source, file.resolveSibling(""));
        return new GitPlace(git, List.of(prefix(git) + file.getFileName()));
    }

    /** The place of a path, which is relative to the root of the tree or to the directory. */
    static GitPlace of(String source, Path directory, String path) {
        GitCommand git = new GitCommand(source, directory);
        return new GitPlace(
                git,
                List.of(GitFiles.normal(path), GitFiles.normal(prefix(git) + path)).stream()
                        .distinct()
                        .toList());
    }

    private static String prefix(GitCommand git) {
        GitCommand.Answer answer = git.run("rev-parse", "--show-prefix");
        if (answer.status() != 0) {
            throw git.refused("this is no git work tree (" + answer.complaint() + ")");
        }
        return answer.output().lines().findFirst().orElse("");
    }

    /** Whether a document on the disk stands there. */
    boolean isOf(AsyncApiDocument head) {
        Path file = Path.of(head.file()).toAbsolutePath().normalize();
        return git.line("rev-parse", "--show-toplevel")
                .map(Path::of)
                .filter(top -> paths.stream().map(top::resolve).anyMatch(file::equals))
                .isPresent();
    }

    /** What users call it. */
    String path() {
        return paths.get(0);
    }

    /** The commit of a revision; empty where git knows none. */
    Optional<String> commit(String revision) {
        return git.line("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
    }

    /** The document in a revision, under this path or the one that it had before it was renamed. */
    Optional<GitFiles> in(GitObjects objects, String commit, String shown) {
        for (String path : paths) {
            Optional<GitFiles> found = GitFiles.of(objects, commit, shown, path);
            if (found.isPresent()) {
                return found;
            }
        }
        return renamedFrom(commit).flatMap(former -> GitFiles.of(objects, commit, shown, former));
    }

    /** What the work tree has renamed since a commit: pairs of names behind a word that says how alike they are. */
    private Optional<String> renamedFrom(String commit) {
        List<String> entries = git.names("diff-index", "-M", "--diff-filter=R", "--name-status", "-z", commit, "--");
        for (int i = 0; i + 2 < entries.size(); i += 3) {
            if (paths.contains(entries.get(i + 2))) {
                return Optional.of(entries.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /**
     * The names that the document had, as its history says, the latest first. What follows a file takes copies for renames:
     * where two services look alike, a new one would have the other's history. So each step is asked for again, where git gives
     * each former name to one heir only.
     */
    List<String> formerPaths() {
        List<String> former = new ArrayList<>();
        String here = ":/" + path();
        List<String> entries =
                git.names("log", "--follow", "-M", "--diff-filter=R", "--name-status", "-z", "--format=", "--", here);
        List<String> commits = entries.isEmpty()
                ? List.of()
                : git.ask("log", "--follow", "-M", "--diff-filter=R", "--format=%H", "--", here)
                        .orElse("")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList();
        for (int i = 0; i + 2 < entries.size() && i / 3 < commits.size(); i += 3) {
            if (!renames(commits.get(i / 3), entries.get(i + 1), entries.get(i + 2))) {
                break;
            }
            former.add(entries.get(i + 1));
        }
        return former;
    }

    private boolean renames(String commit, String from, String to) {
        List<String> entries =
                git.names("diff-tree", "-r", "-M", "--diff-filter=R", "--name-status", "-z", "--no-commit-id", commit);
        for (int i = 0; i + 2 < entries.size(); i += 3) {
            if (entries.get(i + 1).equals(from) && entries.get(i + 2).equals(to)) {
                return true;
            }
        }
        return false;
    }

    /** Why there is none, with the places where one might have been meant. */
    String missing(String commit, String shown) {
        String name = path().substring(path().lastIndexOf('/') + 1);
        List<String> near = git.names("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit).stream()
                .filter(other -> other.equals(name) || other.endsWith("/" + name))
                .limit(3)
                .toList();
        return shown + " has no file " + path() + (near.isEmpty() ? "" : ", only " + String.join(", ", near));
    }

    boolean shallow() {
        return git.line("rev-parse", "--is-shallow-repository")
                .filter("true"::equals)
                .isPresent();
    }

    /** Why history does not answer, and what helps. */
    BaselineException unknown(String what) {
        return git.refused(what + (shallow() ? "; " + DEEPEN : ""));
    }
}
