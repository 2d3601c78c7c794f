package io.tidings.compat.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The branch that changes are meant for.
 *
 * @param name as users write it
 * @param fork where the work branched off, if continuous integration says it; else empty
 */
record MainBranch(String name, String commit, String fork) {

    /** The variables in which continuous integration names the branch that a change is to be merged into. */
    private static final List<String> TARGETS = List.of(
            "GITHUB_BASE_REF",
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
            "CHANGE_TARGET",
            "SYSTEM_PULLREQUEST_TARGETBRANCH",
            "BITBUCKET_PR_DESTINATION_BRANCH");

    /** GitLab does not fetch the branch itself. */
    private static final String GITLAB_FORK = "CI_MERGE_REQUEST_DIFF_BASE_SHA";

    private static final List<String> USUAL = List.of(
            "refs/remotes/origin/HEAD",
            "refs/remotes/origin/main",
            "refs/remotes/origin/master",
            "refs/heads/main",
            "refs/heads/master");

    /** @throws BaselineException where it is not here; it says what helps */
    static MainBranch of(GitPlace place, String branch, Map<String, String> environment) {
        if (!branch.isEmpty()) {
            return first(place, refs(branch))
                    .orElseThrow(() -> place.unknown("git knows no branch \"" + branch + "\" here"));
        }
        String fork = environment.getOrDefault(GITLAB_FORK, "");
        if (!fork.isEmpty() && place.commit(fork).isPresent()) {
            String name = environment.getOrDefault("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "the target branch");
            return new MainBranch(name, fork, fork);
        }
        Optional<String> target = TARGETS.stream()
                .map(variable -> environment.getOrDefault(variable, ""))
                .filter(value -> !value.isEmpty())
                .map(value -> value.replaceFirst("^refs/heads/", ""))
                .findFirst();
        if (target.isPresent()) {
            return first(place, refs(target.get()))
                    .orElseThrow(() -> place.unknown("the branch \"" + target.get()
                            + "\" that this change is meant for is not here: git fetch origin " + target.get()));
        }
        return first(place, USUAL)
                .orElseThrow(
                        () -> place.unknown("no main branch is here (origin/HEAD, main or master): say which it is,"
                                + " fetch it, or name a base"));
    }

    private static List<String> refs(String branch) {
        List<String> refs = new ArrayList<>();
        Stream.of("refs/remotes/origin/", "refs/remotes/", "refs/heads/").forEach(folder -> refs.add(folder + branch));
        refs.add(branch);
        return refs;
    }

    private static Optional<MainBranch> first(GitPlace place, List<String> refs) {
        return refs.stream()
                .flatMap(ref ->
                        place.commit(ref).stream().map(commit -> new MainBranch(called(place, ref), commit, "")))
                .findFirst();
    }

    /** {@code origin/HEAD} stands for another name. */
    private static String called(GitPlace place, String ref) {
        String real = place.git().line("symbolic-ref", "--quiet", ref).orElse(ref);
        return real.replaceFirst("^refs/(remotes|heads)/", "");
    }
}
