package io.tidings.compat.baseline;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.source.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A document that was released as a Maven artifact, or in the jar of one; a range is all its releases. */
public final class ArtifactBaseline implements Baseline {

    private final ArtifactName name;
    private final Repository repository;

    /** Where artifacts come from. Safe for use by several threads. */
    public interface Repository {

        /**
         * The versions in {@link ArtifactName#range}, ascending; none where there are none.
         *
         * @throws BaselineException where repositories cannot be asked
         */
        List<String> versions(ArtifactName name);

        /**
         * The file of an artifact, fetched if need be; empty where no repository has it.
         *
         * @throws BaselineException where repositories cannot be asked
         */
        Optional<Path> file(ArtifactName name);
    }

    /**
     * What a text that begins with {@code maven:} names.
     *
     * @throws BaselineException where that is no artifact
     */
    public ArtifactBaseline(String text, Repository repository) {
        this.name = ArtifactName.parse(text);
        this.repository = repository;
    }

    @Override
    public String source() {
        return name.text();
    }

    @Override
    public Earlier read(AsyncApiDocument head) {
        if (!name.several()) {
            return Earlier.of(read(name, head));
        }
        List<String> versions = repository.versions(name).stream()
                .filter(version -> !version.endsWith("-SNAPSHOT"))
                .toList();
        return versions.isEmpty()
                ? Earlier.nothing("no repository has a release of " + name.groupId() + ":" + name.artifactId() + " in "
                        + name.range())
                : Series.of(versions.stream()
                        .map(version -> unread(name.at(version), head))
                        .toList());
    }

    /** A document in a file of its own shows its version; one in a jar has to be looked for. */
    private UnreadVersion unread(ArtifactName one, AsyncApiDocument head) {
        Optional<String> version = one.type().equals("jar")
                ? Optional.empty()
                : repository.file(one).map(Headings::ofInfo).flatMap(heading -> Optional.ofNullable(heading.version()));
        return new UnreadVersion(one.shown(), version, null, () -> read(one, head));
    }

    private BaseDocument read(ArtifactName one, AsyncApiDocument head) {
        Optional<Path> file = repository.file(one);
        if (file.isPresent() && !one.type().equals("jar")) {
            return BaseDocument.read(
                    one.shown(),
                    file.get(),
                    place -> Path.of(place.file()).equals(file.get())
                            ? new Location(one.shown(), place.line(), place.column())
                            : place);
        }
        return file.or(() -> one.standard() ? repository.file(one.jar()) : Optional.empty())
                .map(jar -> new JarredDocument(one, jar).read(head))
                .orElseThrow(() -> new BaselineException("the base " + name.text() + " is not there: no repository has "
                        + one.groupId() + ":" + one.artifactId() + ":" + one.version()));
    }
}
