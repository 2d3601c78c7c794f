package io.tidings.compat.baseline;

import io.tidings.asyncapi.source.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A document as it was in a revision. It is read from a temporary copy of the revision's documents and schemas, so that
 * what it refers to is of that revision too.
 */
record GitBaseline(String source, String revision, String path, Path directory) implements Baseline {

    static GitBaseline parse(String text, Path directory) {
        String rest = text.substring("git:".length());
        int colon = rest.indexOf(':');
        // A leading hyphen would be an option to git.
        if (colon <= 0 || colon == rest.length() - 1 || rest.startsWith("-")) {
            throw new BaselineException("the base " + text + " is not git:REV:PATH, such as git:main:api/orders.yaml");
        }
        return new GitBaseline(text, rest.substring(0, colon), rest.substring(colon + 1), directory);
    }

    @Override
    public BaseDocument read() {
        GitCommand git = new GitCommand(source, directory);
        String commit = git.line(
                List.of("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"),
                "git knows no revision \"" + revision + "\" here");
        String prefix = git.line(List.of("rev-parse", "--show-prefix"), "this is no git working tree");
        GitTree tree = GitTree.of(git, commit);
        String document = tree.find(List.of(normal(path), normal(prefix + path)))
                .orElseThrow(() -> new BaselineException(
                        "the base " + source + " is not there: " + revision + " has no file " + path));
        try (GitCopy copy = GitCopy.of(git, tree, document)) {
            return BaseDocument.read(source, copy.directory().resolve(document), shown(copy.directory()));
        }
    }

    private UnaryOperator<Location> shown(Path copy) {
        return place -> {
            Path file = Path.of(place.file()).normalize();
            return file.startsWith(copy)
                    ? new Location(
                            "git:" + revision + ":"
                                    + copy.relativize(file).toString().replace('\\', '/'),
                            place.line(),
                            place.column())
                    : place;
        };
    }

    private static String normal(String path) {
        return Path.of(path).normalize().toString().replace('\\', '/');
    }
}
