package io.tidings.codegen.mojo;

import java.nio.file.Path;
import java.util.Objects;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.jspecify.annotations.Nullable;

/** Artifacts of the project's repositories, as Maven resolves them: mirrors, offline mode and all. */
record MavenRepository(
        @Nullable RepositorySystem system, @Nullable MavenSession session, MavenProject project)
        implements Artifacts.Repository {

    @Override
    public Path resolve(ArtifactDocument artifact, String version) throws MojoExecutionException {
        DefaultArtifact wanted = new DefaultArtifact(
                artifact.groupId(), artifact.artifactId(), artifact.classifier(), artifact.type(), version);
        ArtifactRequest request = new ArtifactRequest(wanted, project.getRemoteProjectRepositories(), null);
        try {
            return Objects.requireNonNull(system)
                    .resolveArtifact(Objects.requireNonNull(session).getRepositorySession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new MojoExecutionException(artifact.text() + " cannot be had: " + e.getMessage(), e);
        }
    }
}
