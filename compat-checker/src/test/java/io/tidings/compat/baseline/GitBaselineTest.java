package io.tidings.compat.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.source.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitBaselineTest {

    private static final String DOCUMENT = """
            asyncapi: 3.0.0
            info:
              title: Shop
              version: 1.0.0
            channels:
              orders:
                address: orders
                messages:
                  OrderPlaced:
                    payload:
                      schemaFormat: application/vnd.apache.avro;version=1.12.0
                      schema:
                        $ref: ../schemas/OrderPlaced.avsc
            """;

    @TempDir
    private Path repository = Path.of("");

    @BeforeEach
    void commit_a_version_and_leave_it() throws Exception {
        write("api/shop.yaml", DOCUMENT);
        write("schemas/OrderPlaced.avsc", schema("OrderPlaced"));
        git("init", "-q");
        git("add", ".");
        git("commit", "-q", "-m", "first");
        git("tag", "v1.0.0");
        write("api/shop.yaml", DOCUMENT.replace("1.0.0\n", "2.0.0\n"));
        write("schemas/OrderPlaced.avsc", schema("Something"));
    }

    @Test
    void what_it_refers_to_is_of_the_same_revision() {
        BaseDocument base =
                Baseline.parse("git:v1.0.0:api/shop.yaml", repository).read();

        assertThat(base.document().info().version()).isEqualTo("1.0.0");
        Channel orders = base.document().channels().values().iterator().next();
        Message message = orders.messages().values().iterator().next();
        assertThat(String.valueOf(message.payload())).contains("OrderPlaced").doesNotContain("Something");
    }

    @Test
    void places_are_shown_by_revision() {
        BaseDocument base = Baseline.parse("git:HEAD:api/shop.yaml", repository).read();

        assertThat(base.shown().apply(base.document().info().location()))
                .isEqualTo(new Location("git:HEAD:api/shop.yaml", 3, 3));
    }

    @Test
    void a_path_may_be_relative_to_the_directory() {
        Path api = repository.resolve("api");

        assertThat(Baseline.parse("git:HEAD:shop.yaml", api)
                        .read()
                        .document()
                        .info()
                        .version())
                .isEqualTo("1.0.0");
    }

    @Test
    void nothing_is_left_behind() {
        BaseDocument base = Baseline.parse("git:HEAD:api/shop.yaml", repository).read();

        assertThat(Path.of(base.document().file())).doesNotExist();
    }

    @Test
    void what_is_wrong_is_named() {
        refused("git:nowhere:api/shop.yaml", "git knows no revision \"nowhere\"");
        refused("git:HEAD:api/shops.yaml", "HEAD has no file api/shops.yaml");
        refused("git:HEAD", "is not git:REV:PATH");
        refused("git:--help:api/shop.yaml", "is not git:REV:PATH");
        refused("git:HEAD:schemas/OrderPlaced.avsc", "is not a valid document");
        refused("maven:a:b:1", "this version reads files and git:REV:PATH, not yet maven:");
        refused("registry:http://localhost", "not yet registry:");
        refused("nowhere.yaml", "is not there");
    }

    @Test
    void a_directory_without_git_is_named(@TempDir Path elsewhere) {
        assertThatThrownBy(() -> Baseline.parse("git:HEAD:shop.yaml", elsewhere).read())
                .isInstanceOf(BaselineException.class);
    }

    private void refused(String base, String why) {
        assertThatThrownBy(() -> Baseline.parse(base, repository).read())
                .isInstanceOf(BaselineException.class)
                .hasMessageContaining(base)
                .hasMessageContaining(why);
    }

    private static String schema(String name) {
        return "{\"type\":\"record\",\"name\":\"" + name + "\",\"fields\":[{\"name\":\"id\",\"type\":\"string\"}]}";
    }

    private void write(String name, String text) throws IOException {
        Path file = repository.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
