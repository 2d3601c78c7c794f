package io.tidings.codegen.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of other projects: of modules of the build, and out of jars. */
class ArtifactsTest {

    @TempDir
    Path folder;

    private final MavenProject project = new MavenProject();
    private final MavenProject contracts = new MavenProject();
    private final List<MavenProject> modules = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private Path jar = Path.of("");

    @BeforeEach
    void setUp() throws IOException {
        project.setBuild(new Build());
        project.getBuild().setDirectory(folder.resolve("target").toString());
        contracts.setGroupId("org.x");
        contracts.setArtifactId("contracts");
        contracts.setVersion("1.0");
        contracts.setBuild(new Build());
        contracts.getBuild().setOutputDirectory(folder.resolve("classes").toString());
        jar = jar(
                Map.of("api/asyncapi.yaml", "one", "schemas/Ring.avsc", "{}", "A.class", "-", "../evil.yaml", "evil"));
    }

    @Test
    void aDocumentIsFoundInAJarWithItsNeighbours() throws Exception {
        Path file = find("maven:org.x:contracts:1.0!/api/asyncapi.yaml");

        assertThat(file).hasContent("one");
        assertThat(file.resolveSibling("../schemas/Ring.avsc")).exists();
        assertThat(file.resolveSibling("../A.class")).doesNotExist();
        assertThat(Artifacts.folderFor(project).resolve("evil.yaml")).doesNotExist();
        assertThat(asked).containsExactly("org.x:contracts:1.0::jar");
    }

    @Test
    void aJarIsUnpackedAgainWhenItHasChanged() throws Exception {
        Path file = find("maven:org.x:contracts:1.0!/api/asyncapi.yaml");
        Files.writeString(file, "untouched");
        assertThat(find("maven:org.x:contracts:1.0!/api/asyncapi.yaml")).hasContent("untouched");

        jar(Map.of("api/asyncapi.yaml", "number two"));

        assertThat(find("maven:org.x:contracts:1.0!/api/asyncapi.yaml")).hasContent("number two");
        assertThat(file.resolveSibling("../schemas/Ring.avsc")).doesNotExist();
    }

    @Test
    void jarsOfOneNameFromTwoGroupsStandSideBySide() throws Exception {
        Path one = find("maven:org.x:contracts:1.0!/api/asyncapi.yaml");
        jar(Map.of("api/asyncapi.yaml", "of another group"));
        Path other = find("maven:org.y:contracts:1.0!/api/asyncapi.yaml");

        assertThat(one).hasContent("one");
        assertThat(other).hasContent("of another group");
    }

    @Test
    void theVersionIsThatOfTheDependency() throws Exception {
        assertThatThrownBy(() -> find("maven:org.x:contracts!/api/asyncapi.yaml"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("org.x:contracts is no dependency of this project");
        depend("2.0");

        find("maven:org.x:contracts!/api/asyncapi.yaml");
        find("maven:org.x:contracts:3.0:all:zip!/api/asyncapi.yaml");

        assertThat(asked).containsExactly("org.x:contracts:2.0::jar", "org.x:contracts:3.0:all:zip");
    }

    @Test
    void withoutAPathTheArtifactIsTheDocument() throws Exception {
        assertThat(find("maven:org.x:contracts:1.0")).isEqualTo(jar);
        assertThat(asked).containsExactly("org.x:contracts:1.0:asyncapi:yaml");
    }

    @Test
    void aModuleOfTheBuildNeedsNoJar() throws Exception {
        modules.add(contracts);
        Path source = resource("source");
        Path processed = Files.writeString(
                Files.createDirectories(folder.resolve("classes")).resolve("asyncapi.yaml"), "processed");
        assertThatThrownBy(() -> find("maven:org.x:contracts:1.0!/asyncapi.yaml"))
                .hasMessageContaining("is no dependency of this one");
        depend("1.0");

        assertThat(find("maven:org.x:contracts!/asyncapi.yaml")).isEqualTo(source);
        contracts.addLifecyclePhase("process-resources");
        assertThat(find("maven:org.x:contracts!/asyncapi.yaml")).isEqualTo(processed);
        assertThatThrownBy(() -> find("maven:org.x:contracts!/other.yaml"))
                .hasMessageContaining("The module org.x:contracts has no /other.yaml yet");
        assertThat(asked).isEmpty();
    }

    @Test
    @SuppressWarnings("deprecation") // Maven's own helper would need Maven
    void aModuleMayHaveAttachedItsDocument() throws Exception {
        modules.add(contracts);
        depend("1.0");
        assertThatThrownBy(() -> find("maven:org.x:contracts")).hasMessageContaining("attached by the goal 'bundle'");
        var attached = new DefaultArtifact(
                "org.x", "contracts", "1.0", null, "yaml", "asyncapi", new DefaultArtifactHandler("yaml"));
        attached.setFile(resource("bundled").toFile());
        contracts.addAttachedArtifact(attached);

        assertThat(find("maven:org.x:contracts")).hasContent("bundled");
    }

    @Test
    void anotherVersionThanTheModulesComesFromARepository() throws Exception {
        modules.add(contracts);

        find("maven:org.x:contracts:0.9!/api/asyncapi.yaml");

        assertThat(asked).containsExactly("org.x:contracts:0.9::jar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"maven:", "maven:a", "maven:a:", "maven:a:b:c:d:e:f", "maven:a:b!x", "maven:a:b!", "maven:a:b!/"
            })
    void whatNamesNoArtifactIsRefused(String name) {
        assertThatThrownBy(() -> find(name))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("'" + name + "' names no artifact: write maven:");
    }

    private Path find(String name) throws Exception {
        Artifacts.Repository repository = (wanted, version) -> {
            asked.add(String.join(":", wanted.coordinates(), version, wanted.classifier(), wanted.type()));
            return jar;
        };
        return new Documents(folder, new Artifacts(project, modules, repository))
                .one(name)
                .file();
    }

    private void depend(String version) {
        Dependency dependency = new Dependency();
        dependency.setGroupId("org.x");
        dependency.setArtifactId("contracts");
        dependency.setVersion(version);
        project.getDependencies().add(dependency);
    }

    private Path resource(String content) throws IOException {
        Path resources = Files.createDirectories(folder.resolve("resources"));
        Resource resource = new Resource();
        resource.setDirectory(resources.toString());
        contracts.addResource(resource);
        return Files.writeString(resources.resolve("asyncapi.yaml"), content);
    }

    private Path jar(Map<String, String> entries) throws IOException {
        Path file = folder.resolve("contracts-1.0.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
