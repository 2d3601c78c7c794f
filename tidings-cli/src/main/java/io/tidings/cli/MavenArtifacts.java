package io.tidings.cli;

import io.tidings.compat.baseline.ArtifactBaseline;
import io.tidings.compat.baseline.ArtifactName;
import io.tidings.compat.baseline.BaselineException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Artifacts as Maven resolves them, by its own resolver and with the user's settings. Nothing of it is loaded, and no settings
 * are read, before the first artifact is asked for.
 */
final class MavenArtifacts implements ArtifactBaseline.Repository {

    private final @Nullable Path settings;
    private @Nullable MavenSession session;

    /** With the user's settings where none are given. */
    MavenArtifacts(@Nullable Path settings) {
        this.settings = settings;
    }

    @Override
    public List<String> versions(ArtifactName name) {
        MavenSession maven = session(name);
        Artifact artifact =
                new DefaultArtifact(name.groupId(), name.artifactId(), name.classifier(), name.type(), name.range());
        try {
            VersionRangeResult result = maven.system()
                    .resolveVersionRange(
                            maven.session(), new VersionRangeRequest(artifact, maven.repositories(), null));
            List<Exception> failures = result.getExceptions().stream()
                    .filter(failure -> !(failure instanceof org.eclipse.aether.transfer.MetadataNotFoundException))
                    .toList();
            if (result.getVersions().isEmpty() && !failures.isEmpty()) {
                throw failed(name, failures.get(0));
            }
            return result.getVersions().stream().map(Object::toString).toList();
        } catch (VersionRangeResolutionException e) {
            throw failed(name, e);
        }
    }

    @Override
    public Optional<Path> file(ArtifactName name) {
        MavenSession maven = session(name);
        Artifact artifact =
                new DefaultArtifact(name.groupId(), name.artifactId(), name.classifier(), name.type(), name.version());
        try {
            return Optional.of(maven.system()
                    .resolveArtifact(maven.session(), new ArtifactRequest(artifact, maven.repositories(), null))
                    .getArtifact()
                    .getFile()
                    .toPath());
        } catch (ArtifactResolutionException e) {
            boolean absent =
                    e.getResult().getExceptions().stream().allMatch(ArtifactNotFoundException.class::isInstance);
            if (absent) {
                return Optional.empty();
            }
            throw failed(name, e);
        }
    }

    private synchronized MavenSession session(ArtifactName name) {
        MavenSession known = session;
        if (known == null) {
            known = MavenSession.open(settings, name.text());
            session = known;
        }
        return known;
    }

    private static BaselineException failed(ArtifactName name, Exception e) {
        return new BaselineException("the base " + name.text() + " cannot be read: " + e.getMessage(), e);
    }
}
