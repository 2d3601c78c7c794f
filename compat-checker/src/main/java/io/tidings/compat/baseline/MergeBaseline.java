package io.tidings.compat.baseline;

import io.tidings.asyncapi.model.AsyncApiDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The document as it was where the work branched off from the main branch: what a change is measured against. On the main
 * branch itself that is the last commit where the work tree has changed since, and the commit before it otherwise.
 *
 * @param branch the main branch; empty for the one that continuous integration or the repository names
 */
record MergeBaseline(String source, String branch, Map<String, String> environment) implements Baseline {

    /** A revision, and why it is the one. */
    private record Found(String commit, String why) {

        String shown() {
            return commit.substring(0, 9);
        }
    }

    @Override
    public Earlier read(AsyncApiDocument head) {
        GitPlace place = GitPlace.of(source, head);
        String last = place.commit("HEAD").orElse(null);
        if (last == null) {
            return Earlier.first("the repository has no commits");
        }
        Found found = find(place, last).orElse(null);
        if (found == null) {
            return Earlier.first("there is no commit before HEAD");
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
