package io.tidings.compat.baseline;

import io.tidings.asyncapi.model.AsyncApiDocument;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The document as it was in every tag whose name matches a pattern. Tags in which neither it nor what it refers to has changed
 * count once, under the first of their names.
 *
 * @param pattern as {@code git tag --list} takes it
 * @param path null for the path of the head
 */
record TagsBaseline(String source, String pattern, @Nullable String path, Path directory) implements Baseline {

    private record Tag(String name, Instant created) {}

    /** A tag's document, not yet read. */
    private record Tagged(Tag tag, GitFiles files, Optional<String> version) {

        UnreadVersion unread(GitCommand git) {
            String shown = "git:" + tag.name() + ":" + files.path();
            return new UnreadVersion(shown, version, tag.created(), () -> files.read(shown, git));
        }
    }

    static TagsBaseline parse(String text, String rest, Path directory) {
        int colon = rest.indexOf(':');
        String pattern = Baselines.checked(text, colon < 0 ? rest : rest.substring(0, colon));
        String path = colon < 0 ? null : rest.substring(colon + 1);
        if (pattern.isBlank() || (path != null && path.isBlank())) {
            throw new BaselineException("the base " + text
                    + " is not git-tags:PATTERN or git-tags:PATTERN:PATH, such as git-tags:orders-v*");
        }
        return new TagsBaseline(text, pattern, path, directory);
    }

    @Override
    public boolean single() {
        return path != null;
    }

    @Override
    public Earlier read(AsyncApiDocument head) {
        GitPlace place = path == null ? GitPlace.of(source, head) : GitPlace.of(source, directory, path);
        List<Tag> tags = tags(place);
        if (tags.isEmpty()) {
            if (place.shallow()) {
                throw place.unknown("no tag matches " + pattern);
            }
            return Earlier.nothing("no tag matches " + pattern);
        }
        List<Tagged> found = found(place, tags);
        if (found.isEmpty()) {
            return Earlier.first(
                    "none of the " + tags.size() + " tags that match " + pattern + " has a file " + place.path());
        }
        return Series.of(
                found.stream().map(tagged -> tagged.unread(place.git())).toList());
    }

    private List<Tag> tags(GitPlace place) {
        String format = "--format=%(creatordate:unix) %(refname:strip=2)";
        List<Tag> tags = new ArrayList<>();
        place.git()
                .ask("tag", "--list", "--sort=v:refname", format, pattern)
                .orElse("")
                .lines()
                .filter(line -> line.matches("-?\\d+ .+"))
                .forEach(line -> {
                    int space = line.indexOf(' ');
                    tags.add(new Tag(
                            line.substring(space + 1),
                            Instant.ofEpochSecond(Long.parseLong(line.substring(0, space)))));
                });
        return tags;
    }

    /** One process of git for all of it. */
    private static List<Tagged> found(GitPlace place, List<Tag> tags) {
        List<Tagged> found = new ArrayList<>();
        Set<Map<String, String>> seen = new HashSet<>();
        List<String> paths = new ArrayList<>(place.paths());
        boolean renamesKnown = false;
        try (GitObjects objects = new GitObjects(place.git())) {
            // The newest first: whoever looks for former names starts with the present one.
            for (int i = tags.size() - 1; i >= 0; i--) {
                Tag tag = tags.get(i);
                Optional<GitFiles> files = first(objects, tag, paths);
                if (files.isEmpty() && !renamesKnown) {
                    renamesKnown = true;
                    paths.addAll(place.formerPaths());
                    files = first(objects, tag, paths);
                }
                files.ifPresent(there -> found.add(new Tagged(tag, there.unread(), there.version())));
            }
        }
        java.util.Collections.reverse(found);
        found.removeIf(tagged -> !seen.add(tagged.files().identity()));
        return found;
    }

    private static Optional<GitFiles> first(GitObjects objects, Tag tag, List<String> paths) {
        return paths.stream()
                .flatMap(path -> GitFiles.of(objects, "refs/tags/" + tag.name(), tag.name(), path).stream())
                .findFirst();
    }
}
