package io.tidings.codegen.mojo;

import io.tidings.compat.baseline.ArtifactBaseline;
import io.tidings.compat.baseline.ArtifactName;
import io.tidings.compat.baseline.BaselineException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.jspecify.annotations.Nullable;

/** All releases of an artifact, from the project's repositories. */
record ReleasedArtifacts(
        @Nullable RepositorySystem system, @Nullable MavenSession session, MavenProject project)
        implements ArtifactBaseline.Repository {

    @Override
    public List<String> versions(ArtifactName name) {
        VersionRangeRequest request =
                new VersionRangeRequest(artifact(name, name.range()), project.getRemoteProjectRepositories(), null);
        try {
            return Objects.requireNonNull(system)
                    .resolveVersionRange(Objects.requireNonNull(session).getRepositorySession(), request)
                    .getVersions()
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (VersionRangeResolutionException e) {
            throw new BaselineException("the base " + name.text() + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<Path> file(ArtifactName name) {
        ArtifactRequest request =
                new ArtifactRequest(artifact(name, name.version()), project.getRemoteProjectRepositories(), null);
        try {
            return Optional.of(Objects.requireNonNull(system)
                    .resolveArtifact(Objects.requireNonNull(session).getRepositorySession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath());
        } catch (ArtifactResolutionException e) {
            boolean absent =
                    e.getResult().getExceptions().stream().allMatch(ArtifactNotFoundException.class::isInstance);
            if (absent) {
                return Optional.empty();
            }
            throw new BaselineException("the base " + name.text() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static DefaultArtifact artifact(ArtifactName name, String version) {
        return new DefaultArtifact(name.groupId(), name.artifactId(), name.classifier(), name.type(), version);
    }
}
