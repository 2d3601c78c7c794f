package io.tidings.codegen.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second build does, and leaves alone. */
class IncrementalTest {

    private static final String DOCUMENT = """
            asyncapi: 3.0.0
            info: { title: Bells, version: 1.0.0 }
            channels:
              bell: { address: bell, messages: { ring: { $ref: './ring.yaml' } } }
              gong: { address: gong, messages: { beat: { $ref: './ring.yaml' } } }
            operations:
              ring: { action: send, channel: { $ref: '#/channels/bell' } }
              beat: { action: send, channel: { $ref: '#/channels/gong' } }
            """;

    private static final String MESSAGE = """
            payload:
              schemaFormat: application/vnd.apache.avro;version=1.12.0
              schema: { $ref: './Ring.avsc' }
            """;

    private static final String SCHEMA = """
            { "type": "record", "name": "Ring", "namespace": "org.bells", "fields": [{ "name": "times", "type": "int" }] }
            """;

    private static final FileTime BEFORE = FileTime.fromMillis(2_000_000);

    @TempDir
    Path folder;

    private ProjectOnDisk project = new ProjectOnDisk(Path.of(""));

    @BeforeEach
    void setUp() throws Exception {
        project = new ProjectOnDisk(folder);
        project.write("asyncapi.yaml", DOCUMENT).write("ring.yaml", MESSAGE).write("Ring.avsc", SCHEMA);
        project.generate("default", Map.of());
    }

    @Test
    void nothingIsDoneWhereNothingHasChanged() throws Exception {
        Map<String, FileTime> made = project.sources();

        assertThat(again().infos()).singleElement().asString().matches(".* Bells .*: up to date, in .*");

        assertThat(project.sources()).isEqualTo(made);
        assertThat(project.maven.getCompileSourceRoots())
                .containsExactly(project.root().toString());
    }

    @Test
    void everyFileThatWasReadCounts() throws Exception {
        project.write("Ring.avsc", SCHEMA.replace("times", "count"));
        assertThat(again().infos()).noneMatch(IncrementalTest::upToDate);
        assertThat(source("org/bells/Ring.java")).content().contains("getCount");

        project.write("ring.yaml", "title: Rings\n" + MESSAGE);
        assertThat(again().infos()).noneMatch(IncrementalTest::upToDate);
        assertThat(again().infos()).allMatch(IncrementalTest::upToDate);
    }

    @Test
    void aFileCountsThatWasNotThere() throws Exception {
        project.write(".tidings.yaml", "recommended: true\n");

        assertThat(again().infos()).noneMatch(IncrementalTest::upToDate);
    }

    @Test
    void everyParameterCounts() throws Exception {
        assertThat(again(Map.of("stringType", "Utf8")).infos()).noneMatch(IncrementalTest::upToDate);
        assertThat(again(Map.of("stringType", "Utf8")).infos()).allMatch(IncrementalTest::upToDate);
        assertThat(again(Map.of("stringType", "Utf8", "encoding", "ISO-8859-1")).infos())
                .noneMatch(IncrementalTest::upToDate);
        project.maven.setArtifactId("renamed");
        assertThat(again(Map.of("role", "counterpart")).infos()).noneMatch(IncrementalTest::upToDate);
    }

    @Test
    void ofWhatExistsNothingIsLeft() throws Exception {
        Map<String, ?> existing = Map.of("existingRecords", List.of("org.bells.Ring"));
        assertThat(source("org/bells/Ring.java")).exists();

        assertThat(again(existing).infos()).noneMatch(IncrementalTest::upToDate);
        assertThat(source("org/bells/Ring.java")).doesNotExist();
        assertThat(again(existing).infos()).allMatch(IncrementalTest::upToDate);

        again();
        assertThat(source("org/bells/Ring.java")).exists();
        assertThatThrownBy(() -> again(Map.of("existingRecords", List.of("org.*=com.acme.Ring"))))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("'org.*=com.acme.Ring' in <existingRecords> names no Avro types: ");
    }

    @Test
    void aDescriptionOfOnesOwnCountsInEachPackage() throws Exception {
        Path own = Files.createDirectories(folder.resolve("src/org/gen/migration"));
        Files.writeString(own.resolve("package-info.java"), "package org.gen.migration;");

        assertThat(again(Map.of(), folder.resolve("src")).infos()).noneMatch(IncrementalTest::upToDate);
    }

    @Test
    void whatSomebodyEditedOrDeletedIsMadeAgainAndNothingElse() throws Exception {
        Path edited = source("org/bells/Ring.java");
        String content = Files.readString(edited);
        Files.writeString(edited, "class Ring {}");
        Path deleted = source("org/gen/RingPublisher.java");
        Files.delete(deleted);
        Path other = source("org/gen/BeatPublisher.java");
        Files.setLastModifiedTime(other, BEFORE);

        assertThat(again().infos()).singleElement().asString().contains(": 2 written, ");

        assertThat(edited).content().isEqualTo(content);
        assertThat(deleted).exists();
        assertThat(Files.getLastModifiedTime(other)).isEqualTo(BEFORE);
    }

    @Test
    void whatARemovedChannelHadGeneratedIsDeleted() throws Exception {
        project.write("asyncapi.yaml", DOCUMENT.replaceAll("(?m)^  (gong|beat): .*\n", ""));

        assertThat(again().infos()).singleElement().asString().contains(" 1 deleted");

        assertThat(source("org/gen/BeatPublisher.java")).doesNotExist();
        assertThat(source("org/gen/RingPublisher.java")).exists();
    }

    @Test
    void warningsAreSaidAgain() throws Exception {
        project.write(
                "asyncapi.yaml", DOCUMENT + "components: { messages: { lost: { $ref: 'https://x.y/z.yaml' } } }\n");
        RecordingLog first = again();
        assertThat(first.warnings()).isNotEmpty();

        RecordingLog second = again();

        assertThat(second.infos()).anyMatch(IncrementalTest::upToDate);
        assertThat(second.warnings()).isEqualTo(first.warnings());
    }

    @Test
    void aRunThatFailsIsNoReasonToLeaveOutTheNext() throws Exception {
        project.write("asyncapi.yaml", DOCUMENT.replace("title: Bells, ", ""));

        assertThatThrownBy(this::again).isInstanceOf(MojoFailureException.class);
        assertThatThrownBy(this::again).isInstanceOf(MojoFailureException.class);
    }

    @Test
    void executionsThatShareTypesAgreeWhetherTheyRunOrNot() throws Exception {
        other();
        project.newBuild();
        project.generate("default", Map.of());
        other();
        assertThat(source("org/other/RingSubscriber.java")).exists();

        project.write("ring2.yaml", MESSAGE.replace("Ring.avsc", "Ring2.avsc"))
                .write("Ring2.avsc", SCHEMA.replace("times", "count"))
                .write("other.yaml", DOCUMENT.replace("ring.yaml", "ring2.yaml"));
        project.newBuild();
        project.generate("default", Map.of());
        assertThatThrownBy(this::other)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("'default' and 'other' both generate org/bells/Ring.java");
    }

    @Test
    void aTypeThatIsSharedIsHandedOver() throws Exception {
        other();
        project.removeExecution("default");

        project.newBuild();
        other();

        assertThat(source("org/gen")).doesNotExist();
        assertThat(source("org/bells/Ring.java")).content().contains("document = \"other.yaml\"");
        project.newBuild();
        project.generate("default", Map.of());
        other();
        assertThat(source("org/bells/Ring.java")).content().contains("document = \"asyncapi.yaml\"");
        assertThat(source("org/other/RingSubscriber.java")).exists();
    }

    @Test
    void sourcesMoveWithTheirFolderAndTheirPackage() throws Exception {
        again(Map.of("packageName", "org.moved"));
        assertThat(source("org/gen")).doesNotExist();
        assertThat(source("org/moved/RingPublisher.java")).exists();

        Path elsewhere = folder.resolve("target/elsewhere");
        again(Map.of("packageName", "org.moved", "outputDirectory", elsewhere.toFile()));
        assertThat(source("org/moved")).doesNotExist();
        assertThat(elsewhere.resolve("org/moved/RingPublisher.java")).exists();
    }

    @Test
    void aPackageInfoOfTheUsersComesAndGoes() throws Exception {
        project.write("src/main/java/org/gen/package-info.java", "package org.gen;\n");
        again(Map.of(), folder.resolve("src/main/java"));
        assertThat(source("org/gen/package-info.java")).doesNotExist();

        Files.delete(folder.resolve("src/main/java/org/gen/package-info.java"));
        again(Map.of(), folder.resolve("src/main/java"));
        assertThat(source("org/gen/package-info.java")).exists();
    }

    @Test
    void aRecordThatCannotBeReadIsNoHindrance() throws Exception {
        Path record = folder.resolve("target/tidings/generate/default@org.gen.run");
        String whole = Files.readString(record);
        for (String broken :
                new String[] {"", "tidings-run\t0\nend\n", whole.substring(0, whole.length() - 10), "\t\n"}) {
            Files.writeString(record, broken);
            assertThat(again().infos()).singleElement().asString().contains(": 0 written, ");
        }
        assertThat(record).hasContent(whole);
    }

    private RecordingLog again() throws Exception {
        return again(Map.of());
    }

    private RecordingLog again(Map<String, ?> parameters, Path... roots) throws Exception {
        RecordingLog log = project.newBuild();
        for (Path root : roots) {
            project.maven.addCompileSourceRoot(root.toString());
        }
        project.generate("default", parameters);
        return log;
    }

    private void other() throws Exception {
        if (!Files.exists(folder.resolve("other.yaml"))) {
            project.write("other.yaml", DOCUMENT);
        }
        project.generate("other", Map.of("packageName", "org.other", "role", "counterpart", "document", "other.yaml"));
    }

    private Path source(String path) throws IOException {
        return project.root().resolve(path);
    }

    private static boolean upToDate(String line) {
        return line.contains(": up to date, in ");
    }
}
