package io.tidings.codegen.mojo;

import static io.tidings.codegen.mojo.GoalsTest.DOCUMENT;
import static io.tidings.codegen.mojo.GoalsTest.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal {@code check}, configured by hand as Maven would. */
class CheckGoalTest {

    @TempDir
    Path folder;

    private final RecordingLog log = new RecordingLog();
    private final MavenProject project = new MavenProject();

    @BeforeEach
    void setUp() throws IOException {
        project.setArtifactId("my-service");
        project.setBuild(new Build());
        project.getBuild().setDirectory(folder.resolve("target").toString());
        write(DOCUMENT.formatted("1.0.0", ""));
    }

    @Test
    void aVersionThatPromisesTooLittleFailsTheCheck() throws Exception {
        Files.copy(document(), folder.resolve("base.yaml"));
        check("base.yaml").execute();

        write(DOCUMENT.formatted("1.0.1", ", { name: loud, type: boolean }"));
        assertThatThrownBy(check("base.yaml")::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("1.0.1 breaks its promise");
        assertThat(log.errors()).isNotEmpty();
    }

    @Test
    void aBaseThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> check("nowhere.yaml").execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("see above");
        assertThat(log.errors()).anyMatch(line -> line.contains("nowhere.yaml"));
    }

    @Test
    void withoutABaseItIsWhereTheWorkBranchedOff() throws Exception {
        CheckMojo mojo = check("unused");
        set(mojo, "bases", List.of());

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
        assertThat(log.errors()).anyMatch(line -> line.contains("git-merge-base") && line.contains("no git work tree"));
    }

    @Test
    void aFolderWithoutTheDocumentMakesAFirstVersion() throws Exception {
        Files.createDirectories(folder.resolve("released"));
        check("released").execute();

        assertThat(log.infos()).anyMatch(line -> line.contains("is a first version"));
    }

    @Test
    void aRegistryThatNobodyNamedIsAskedFor() {
        assertThatThrownBy(() -> check("registry:").execute()).isInstanceOf(MojoFailureException.class);
        assertThat(log.errors()).anyMatch(line -> line.contains("TIDINGS_REGISTRY_URL"));
    }

    @Test
    void aBaseMayBeWhatAProjectReleased() {
        assertThatThrownBy(() -> check("maven:org.bells:contracts").execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("org.bells:contracts is no dependency of this project");
    }

    @Test
    void aVersionIsMendedInTheDocumentAndReported() throws Exception {
        Files.writeString(folder.resolve("base.yaml"), DOCUMENT.formatted("1.0.0", ""));
        write(DOCUMENT.formatted("1.0.0", ", { name: loud, type: boolean }"));
        CheckMojo mojo = check("base.yaml");
        set(mojo, "fix", true);
        Path json = folder.resolve("target/check.json");
        set(mojo, "reports", Map.of("json", json.toFile()));

        mojo.execute();

        assertThat(document()).hasContent(DOCUMENT.formatted("2.0.0", ", { name: loud, type: boolean }"));
        assertThat(log.infos())
                .anyMatch(line -> line.startsWith("Wrote 2.0.0 into ") && line.endsWith(", which said 1.0.0"));
        assertThat(json).content().contains("\"verdict\" : \"pass\"");
    }

    @Test
    void whatATeamHasDecidedHoldsUntilItsDay() throws Exception {
        Files.writeString(folder.resolve("base.yaml"), DOCUMENT.formatted("1.0.0", ""));
        write(DOCUMENT.formatted("1.0.1", ", { name: loud, type: boolean }"));
        Files.writeString(folder.resolve(".tidings.yaml"), """
                check:
                  suppressions:
                    - { rule: avro-field-add-required, reason: nobody replays, until: 2027-03-31 }
                """);
        CheckMojo mojo = check("base.yaml");
        set(mojo, "today", "2027-03-31");
        mojo.execute();

        set(mojo, "today", "2027-04-01");
        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
        assertThat(log.errors()).anyMatch(line -> line.contains("warning[suppression-expired]"));

        Files.writeString(
                folder.resolve(".tidings.yaml"), "check: { suppressions: [{ rule: binding, until: soon }] }\n");
        assertThatThrownBy(mojo::execute).hasMessageEndingWith("has 2 errors: see above");
    }

    @Test
    void eachOfSeveralDocumentsHasItsOwnVerdict() throws Exception {
        Files.createDirectories(folder.resolve("specs"));
        Files.createDirectories(folder.resolve("before/specs"));
        for (String name : List.of("specs/good.yaml", "specs/bad.yaml")) {
            String fields = name.endsWith("bad.yaml") ? ", { name: loud, type: boolean }" : "";
            Files.writeString(folder.resolve("before").resolve(name), DOCUMENT.formatted("1.0.0", ""));
            Files.writeString(folder.resolve(name), DOCUMENT.formatted("1.0.0", fields));
        }
        CheckMojo mojo = check("before");
        set(mojo, "documents", List.of("specs"));

        assertThatThrownBy(mojo::execute).hasMessageMatching("FAIL: 1 of 2 documents does not .*bad\\.yaml");
        assertThat(log.errors()).anyMatch(line -> line.matches("PASS: .*good\\.yaml says 1\\.0\\.0.*"));

        set(mojo, "fix", true);
        mojo.execute();
        assertThat(folder.resolve("specs/bad.yaml")).content().contains("version: 2.0.0");
        assertThat(folder.resolve("specs/good.yaml")).content().contains("version: 1.0.0");
    }

    @Test
    void onlyWhatIsNewSinceAFormerStateIsTold() throws Exception {
        Files.writeString(folder.resolve("base.yaml"), DOCUMENT.formatted("1.0.0", ""));
        Files.writeString(
                folder.resolve("yesterday.yaml"), DOCUMENT.formatted("2.0.0", ", { name: loud, type: boolean }"));
        write(DOCUMENT.formatted("2.0.0", ", { name: loud, type: boolean }"));
        CheckMojo mojo = check("base.yaml");
        set(mojo, "newSince", "yesterday.yaml");
        mojo.execute();

        assertThat(log.infos())
                .noneMatch(line -> line.contains("avro-field-add-required"))
                .anyMatch(line -> line.startsWith("Not shown: 1 finding"));
    }

    @Test
    void whatAnotherProjectShipsIsNotMendedHere() throws Exception {
        Path shipped = Artifacts.folderFor(project).resolve("org.bells/asyncapi.yaml");
        Files.createDirectories(shipped.getParent());
        Files.writeString(shipped, DOCUMENT.formatted("1.0.0", ", { name: loud, type: boolean }"));
        Files.writeString(folder.resolve("base.yaml"), DOCUMENT.formatted("1.0.0", ""));
        CheckMojo mojo = check("base.yaml");
        set(mojo, "document", shipped.toString());
        set(mojo, "fix", true);

        assertThatThrownBy(mojo::execute).hasMessageContaining("breaks its promise");
        assertThat(log.errors())
                .anyMatch(
                        line -> line.contains("Cannot write 2.0.0 into ") && line.contains("another project ships it"));
        assertThat(shipped).content().contains("version: 1.0.0");
    }

    private CheckMojo check(String base) throws ReflectiveOperationException {
        CheckMojo mojo = new CheckMojo();
        mojo.setLog(log);
        set(mojo, "project", project);
        set(mojo, "document", document().toString());
        set(mojo, "bases", List.of(base));
        set(mojo, "basedir", folder.toFile());
        return mojo;
    }

    private Path document() {
        return folder.resolve("asyncapi.yaml");
    }

    private void write(String document) throws IOException {
        Files.writeString(document(), document);
    }
}
