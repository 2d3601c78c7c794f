package io.tidings.compat.baseline;

import io.tidings.asyncapi.model.AsyncApiDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The document as it was where the work branched off from the main branch: what a change is measured against. On the main
 * branch itself that is the last commit where the work tree has changed since, and the commit before it otherwise. In which
 * commit to look is found out once for each work tree: when documents of it are mended while others are checked, that is no
 * other commit. Safe for use by several threads.
 */
final class MergeBaseline implements Baseline {

    private final String source;
    private final String branch;
    private final Map<String, String> environment;
    private final Map<String, Found> known = new ConcurrentHashMap<>();

    /**
     * A revision, and why it is the one.
     *
     * @param commit empty where there is none
     */
    private record Found(String commit, String why) {

        String shown() {
            return commit.substring(0, 9);
        }
    }

    /** @param branch the main branch; empty for the one that continuous integration or the repository names */
    MergeBaseline(String source, String branch, Map<String, String> environment) {
        this.source = source;
        this.branch = branch;
        this.environment = environment;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Earlier read(AsyncApiDocument head) {
        GitPlace place = GitPlace.of(source, head);
        String tree = place.git().line("rev-parse", "--show-toplevel").orElse("");
        Found found = known.computeIfAbsent(tree, root -> find(place));
        if (found.commit().isEmpty()) {
            return Earlier.first(found.why());
        }
        try (GitObjects objects = new GitObjects(place.git())) {
            return place.in(objects, found.commit(), found.shown())
                    .map(files -> Earlier.of(
                            files.read("git:" + found.shown() + ":" + files.path(), place.git()),
                            "git:" + found.shown() + " is " + found.why()))
                    .orElseGet(() ->
                            Earlier.first(place.missing(found.commit(), found.shown() + ", " + found.why() + ",")));
        }
    }

    private Found find(GitPlace place) {
        return place.commit("HEAD")
                .map(last -> find(place, last).orElseGet(() -> new Found("", "there is no commit before HEAD")))
                .orElseGet(() -> new Found("", "the repository has no commits"));
    }

    private Optional<Found> find(GitPlace place, String last) {
        MainBranch main = MainBranch.of(place, branch, environment);
        String base = main.fork().isEmpty()
                ? place.git()
                        .line("merge-base", last, main.commit())
                        .orElseThrow(() ->
                                place.unknown("HEAD and " + main.name() + " have no common ancestor: name a base"))
                : main.fork();
        if (!base.equals(last)) {
            return Optional.of(new Found(base, "the merge base with " + main.name()));
        }
        if (changed(place)) {
            return Optional.of(new Found(last, "HEAD, since when files have changed"));
        }
        Optional<String> before = place.commit(last + "^1");
        if (before.isEmpty() && place.shallow()) {
            throw place.unknown("HEAD is on " + main.name() + ", and there is no commit before it to compare with");
        }
        return before.map(commit -> new Found(commit, "the commit before HEAD, which is on " + main.name()));
    }

    /** Whether a document or schema differs from the last commit. */
    private static boolean changed(GitPlace place) {
        List<String> files = List.of("yaml", "yml", "json", "avsc", "avpr", "avdl");
        String[] arguments = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("diff", "--quiet", "--no-ext-diff", "HEAD", "--"),
                        files.stream().map(extension -> ":(top,icase)*." + extension))
                .toArray(String[]::new);
        return place.git().run(arguments).status() == 1;
    }
}
