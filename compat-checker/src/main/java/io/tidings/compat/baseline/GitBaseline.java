package io.tidings.compat.baseline;

import io.tidings.asyncapi.model.AsyncApiDocument;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was in a revision. It is read from a temporary copy of that revision's files, so that what it refers to is
 * of that revision too.
 *
 * @param path null for the path of the head
 */
record GitBaseline(String source, String revision, @Nullable String path, Path directory) implements Baseline.Single {

    static GitBaseline parse(String text, String rest, Path directory) {
        int colon = rest.indexOf(':');
        String revision = Baselines.checked(text, colon < 0 ? rest : rest.substring(0, colon));
        String path = colon < 0 ? null : rest.substring(colon + 1);
        if (revision.isBlank() || (path != null && path.isBlank())) {
            throw new BaselineException(
                    "the base " + text + " is not git:REV or git:REV:PATH, such as git:main:api/orders.yaml");
        }
        return new GitBaseline(text, revision, path, directory);
    }

    @Override
    public boolean single() {
        return path != null;
    }

    @Override
    public Earlier read(AsyncApiDocument head) {
        GitPlace place = path == null ? GitPlace.of(source, head) : GitPlace.of(source, directory, path);
        String commit = commit(place);
        return find(place, commit).map(Earlier::of).orElseGet(() -> first(place, commit, head));
    }

    /** A document may be new. But a name that is another one than the head's is a slip of the pen. */
    private Earlier first(GitPlace place, String commit, AsyncApiDocument head) {
        if (path != null && !place.isOf(head)) {
            throw missing(place, commit);
        }
        return Earlier.first(place.missing(commit, revision));
    }

    private BaselineException missing(GitPlace place, String commit) {
        return new BaselineException("the base " + source + " is not there: " + place.missing(commit, revision));
    }

    @Override
    public BaseDocument read() {
        if (path == null) {
            throw new BaselineException("the base " + source + " names no file: write git:REV:PATH");
        }
        GitPlace place = GitPlace.of(source, directory, path);
        String commit = commit(place);
        return find(place, commit).orElseThrow(() -> missing(place, commit));
    }

    private String commit(GitPlace place) {
        return place.commit(revision)
                .orElseThrow(() -> place.unknown("git knows no revision \"" + revision + "\" here"));
    }

    private Optional<BaseDocument> find(GitPlace place, String commit) {
        try (GitObjects objects = new GitObjects(place.git())) {
            return place.in(objects, commit, revision).map(files -> files.read(source, place.git()));
        }
    }
}
