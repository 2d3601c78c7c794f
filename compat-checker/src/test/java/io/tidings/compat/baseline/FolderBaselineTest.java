package io.tidings.compat.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.model.AsyncApiDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBaselineTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void a_copy_of_the_work_tree_has_the_file_at_the_same_path() {
        write("old/services/v1/api.yaml", "Shop", "1.0.0");
        write("old/services/v2/api.yaml", "Shop", "2.0.0");
        AsyncApiDocument head = write("services/v2/api.yaml", "Renamed", "2.1.0");

        Earlier found = Baseline.parse("old", directory).read(head);

        assertThat(versions(found)).containsExactly("2.0.0");
        assertThat(found.kind()).isEqualTo(Earlier.Kind.NAMED);
    }

    @Test
    void an_archive_has_all_versions_of_the_same_title() {
        write("released/shop-1.10.0.yaml", "Shop", "1.10.0");
        write("released/shop-1.9.0.yaml", "Shop", "1.9.0");
        write("released/other-1.0.0.yaml", "Other", "1.0.0");
        AsyncApiDocument head = write("api/shop.yaml", "Shop", "1.11.0");

        Earlier found = Baseline.parse("released", directory).read(head);

        assertThat(versions(found)).containsExactly("1.9.0", "1.10.0");
        assertThat(found.kind()).isEqualTo(Earlier.Kind.SERIES);
    }

    @Test
    void the_id_says_more_than_the_title() {
        write("released/a.yaml", "Something", "1.0.0");
        write("released/b.yaml", "Shop", "1.1.0", "id: 'urn:other'\n");
        write("released/c.yaml", "Old name", "1.2.0", "id: 'urn:shop'\n");
        AsyncApiDocument head = write("api/shop.yaml", "Shop", "1.3.0", "id: 'urn:shop'\n");

        assertThat(versions(Baseline.parse("released", directory).read(head))).containsExactly("1.2.0");
    }

    @Test
    void the_head_itself_is_no_earlier_version() {
        AsyncApiDocument head = write("api/shop.yaml", "Shop", "1.0.0");

        assertThat(Baseline.parse("api", directory).read(head).notes())
                .containsExactly("first version: no document in api is called \"Shop\"");
        assertThat(Baseline.parse(".", directory).read(head).documents()).isEmpty();
    }

    @Test
    void a_glob_names_its_files() {
        write("released/shop-1.0.0.yaml", "Shop", "1.0.0");
        write("released/shop-1.1.0.yaml", "Another title", "1.1.0");
        write("released/other.yaml", "Shop", "9.0.0");
        AsyncApiDocument head = write("api/shop.yaml", "Shop", "1.2.0");

        assertThat(versions(Baseline.parse("released/shop-*.yaml", directory).read(head)))
                .containsExactly("1.0.0", "1.1.0");
        assertThat(Baseline.parse("released/none-*.yaml", directory).read(head).documents())
                .isEmpty();
    }

    private static List<String> versions(Earlier found) {
        return found.documents().stream()
                .map(base -> base.document().info().version())
                .toList();
    }

    private AsyncApiDocument write(String name, String title, String version) {
        return write(name, title, version, "");
    }

    private AsyncApiDocument write(String name, String title, String version, String more) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, "asyncapi: 3.0.0\n" + more + "info:\n  version: " + version + "\n  title: " + title + "\n");
            return AsyncApi.read(file).document().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
