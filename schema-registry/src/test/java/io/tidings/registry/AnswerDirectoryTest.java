package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that has run once starts and works while the registry is down. */
class AnswerDirectoryTest {

    private static final Schema TEXT = Schema.create(Schema.Type.STRING);
    private static final Schema NUMBER = Schema.create(Schema.Type.LONG);
    private static final String REGISTERED = "{\"id\":7,\"version\":3,\"subject\":\"s\",\"schema\":\"\\\"string\\\"\"}";

    private final ScriptedServer server = ScriptedServer.start();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersWhatAnEarlierRunAsked() {
        server.answers(200, REGISTERED);
        SchemaRegistry earlier = connect();
        earlier.register("s", TEXT);
        earlier.idOf("t", TEXT);
        earlier.schemaById(8);
        earlier.latest("s");
        server.answers(503, "");

        SchemaRegistry later = connect();

        assertThat(later.register("s", TEXT)).isEqualTo(7);
        assertThat(later.idOf("t", TEXT)).isEqualTo(7);
        assertThat(later.schemaById(8)).isEqualTo(TEXT);
        assertThat(later.latest("s")).contains(new RegisteredSchema("s", 7, 3, null, SchemaDefinition.of(TEXT)));
    }

    @Test
    void readsWhatAnEarlierRunWrote() {
        server.answers(200, REGISTERED);
        connect().register("s", TEXT);
        server.answers(503, "");

        assertThat(connect().schemaById(7)).isEqualTo(TEXT);
    }

    @Test
    void doesNotAnswerWhatNobodyAsked() {
        server.answers(200, REGISTERED);
        connect().register("s", TEXT);
        server.answers(503, "");

        SchemaRegistry later = connect();

        assertThatThrownBy(() -> later.register("s", NUMBER)).isInstanceOf(RegistryException.class);
        assertThatThrownBy(() -> later.register("other", TEXT)).isInstanceOf(RegistryException.class);
        assertThatThrownBy(() -> later.schemaById(9)).isInstanceOf(RegistryException.class);
    }

    @Test
    void believesTheRegistryWhileItAnswers() {
        server.answers(200, REGISTERED);
        connect().register("s", TEXT);
        server.answers(200, REGISTERED.replace("7", "1"));

        assertThat(connect().register("s", TEXT)).isEqualTo(1);
    }

    @Test
    void keepsRegistriesApart() {
        server.answers(200, REGISTERED);
        connect().register("s", TEXT);
        server.answers(503, "");
        try (ScriptedServer other = ScriptedServer.start().answers(503, "")) {
            assertThatThrownBy(() -> connect(other.url()).register("s", TEXT)).isInstanceOf(RegistryException.class);
        }
    }

    @Test
    void ignoresDamagedFilesAndReplacesThem() throws IOException {
        server.answers(200, REGISTERED);
        connect().register("s", TEXT);
        for (Path file : files()) {
            Files.writeString(file, "{");
        }
        server.answers(503, "");
        assertThatThrownBy(() -> connect().register("s", TEXT)).isInstanceOf(RegistryException.class);
        assertThatThrownBy(() -> connect().schemaById(7)).isInstanceOf(RegistryException.class);

        server.answers(200, REGISTERED);
        connect().register("s", TEXT);
        server.answers(503, "");

        assertThat(connect().register("s", TEXT)).isEqualTo(7);
    }

    @Test
    void leavesNoHalfWrittenFiles() throws IOException {
        server.answers(200, REGISTERED);
        connect().register("s", TEXT);

        assertThat(files()).hasSize(2).noneMatch(file -> file.toString().endsWith(".tmp"));
    }

    @Test
    void worksWithoutAPlaceToWrite() throws IOException {
        Path occupied = Files.createFile(directory.resolve("file"));
        server.answers(200, REGISTERED);

        SchemaRegistry registry = SchemaRegistry.connect(
                Map.of("schema.registry.url", server.url(), "tidings.schema.cache.dir", occupied.toString()));

        assertThat(registry.register("s", TEXT)).isEqualTo(7);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private SchemaRegistry connect() {
        return connect(server.url());
    }

    private SchemaRegistry connect(String url) {
        return SchemaRegistry.connect(
                Map.of("schema.registry.url", url, "tidings.schema.cache.dir", directory.toString()));
    }
}
