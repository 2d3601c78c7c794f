package io.tidings.codegen.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document and its previous major version in one project. */
class MajorsGoalTest {

    private static final String DOCUMENT = """
            asyncapi: 3.0.0
            info: { title: Bells, version: %1$s }
            channels:
              bell:
                address: bell.v%1$s
                messages:
                  ring:
                    payload:
                      schemaFormat: application/vnd.apache.avro;version=1.12.0
                      schema: { type: record, name: Ring, namespace: org.bells, fields: [%2$s] }
            operations:
              ring: { action: send, channel: { $ref: '#/channels/bell' } }
            """;

    private static final Map<String, String> MOVED = Map.of("org.bells", "org.v1.bells");

    @TempDir
    Path folder;

    private ProjectOnDisk project = new ProjectOnDisk(Path.of(""));

    @BeforeEach
    void setUp() throws Exception {
        project = new ProjectOnDisk(folder);
        project.write("v1.yaml", DOCUMENT.formatted("1.0.0", "{ name: times, type: int }"));
        project.write("asyncapi.yaml", DOCUMENT.formatted("2.0.0", "{ name: times, type: long }"));
    }

    private static Previous previous(String document, String packageName, Map<String, String> records)
            throws ReflectiveOperationException {
        Previous previous = new Previous();
        Map<String, Object> parameters =
                Map.of("document", document, "packageName", packageName, "recordPackages", records);
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
            Field field = Previous.class.getDeclaredField(parameter.getKey());
            field.setAccessible(true);
            field.set(previous, parameter.getValue());
        }
        return previous;
    }

    private RecordingLog both() throws Exception {
        RecordingLog log = project.newBuild();
        project.generate("v1", Map.of("document", "v1.yaml", "packageName", "org.v1", "recordPackages", MOVED));
        project.generate("v2", Map.of("previous", previous("v1.yaml", "org.v1", MOVED)));
        return log;
    }

    private Path caster(String name) {
        return project.root().resolve("org/gen/migration/" + name + ".java");
    }

    @Test
    void bothAreGeneratedAndWhatStandsBetweenThem() throws Exception {
        both();

        assertThat(project.sources()).containsKeys("org/bells/Ring.java", "org/v1/bells/Ring.java");
        assertThat(caster("RingUpcaster")).content().contains("INSTANCE");
        assertThat(caster("RingDowncaster")).content().contains("int times(Ring newer);");
        assertThat(caster("RingMigratingPublisher")).content().contains("RingDowncaster ringDowncaster");
    }

    @Test
    void aChangeOfThePreviousVersionCounts() throws Exception {
        both();
        assertThat(both().infos()).allMatch(line -> line.contains("up to date"));

        project.write("v1.yaml", DOCUMENT.formatted("1.0.1", "{ name: times, type: string }"));
        both();

        assertThat(caster("RingUpcaster")).content().contains("long times(").doesNotContain("INSTANCE");
    }

    @Test
    void castersGoWithWhatTheyStoodBetween() throws Exception {
        both();
        project.newBuild();
        project.generate("v2", Map.of());

        assertThat(Files.exists(caster("RingUpcaster"))).isFalse();
    }

    @Test
    void whatDoesNotFitIsSaid() throws Exception {
        RecordingLog log = project.newBuild();
        assertThatThrownBy(() -> project.generate("a", Map.of("previous", previous("v1.yaml", "org.v1", Map.of()))))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("has 1 error");
        assertThat(log.errors()).anyMatch(line -> line.contains("'org.bells.Ring'"));

        assertThatThrownBy(() -> project.generate("b", Map.of("previous", previous("v1.yaml", "org.gen", MOVED))))
                .hasMessageContaining("cannot have their clients in one package");
        assertThatThrownBy(() -> project.generate("c", Map.of("previous", new Previous())))
                .hasMessageContaining("<packageName> of its own");
        assertThatThrownBy(() -> project.generate(
                        "d",
                        Map.of(
                                "documents", List.of("v1.yaml", "asyncapi.yaml"),
                                "previous", previous("v1.yaml", "org.v1", MOVED))))
                .hasMessageContaining("belongs to one document");
    }

    @Test
    void aPreviousDocumentThatIsWrongIsToldOfInItsOwnPlaces() throws Exception {
        project.write("v1.yaml", "asyncapi: 3.0.0\ninfo: { title: Bells }\n");
        RecordingLog log = project.newBuild();
        assertThatThrownBy(() -> project.generate("v2", Map.of("previous", previous("v1.yaml", "org.v1", MOVED))))
                .hasMessageContaining("v1.yaml has 1 error");
        assertThat(log.errors()).anyMatch(line -> line.contains("v1.yaml:[2,"));

        assertThatThrownBy(() -> project.generate("v3", Map.of("previous", previous("v0.yaml", "org.v1", MOVED))))
                .hasMessageContaining("v0.yaml");
    }

    @Test
    void oneMajorTwiceIsAWarning() throws Exception {
        project.write("v1.yaml", DOCUMENT.formatted("2.0.0", "{ name: times, type: int }"));

        assertThat(both().warnings()).anyMatch(line -> line.contains("have one major"));
    }
}
