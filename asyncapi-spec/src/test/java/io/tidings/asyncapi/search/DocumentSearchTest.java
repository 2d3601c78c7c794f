package io.tidings.asyncapi.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentSearchTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void setUp() throws IOException {
        write("b.yaml", "# first\n---\ninfo: {asyncapi: no}\nasyncapi: 3.0.0\n");
        write("a/deep/c.yml", "\uFEFF\"asyncapi\": 2.6.0\n");
        write("a/d.json", "{\"info\": {\"asyncapi\": 1}, \"asyncapi\": \"3.0.0\"}");
        write("a/broken.json", "{\n  \"asyncapi\": \"3.0.0\",\n  oops\n");
        write("a/broken.yaml", "asyncapi: 3.0.0\n\tinfo: {\n");
        write("a/schema.avsc", "{\"asyncapi\": 1}");
        write("a/fragment.yaml", "info: {asyncapi: 3.0.0}\nlist: [asyncapi, x]\nname: asyncapi\n");
        write("a/list.yaml", "- asyncapi: 3.0.0\n");
        write("a/template.yaml", "{{ if x }}\nvalue: asyncapi\n");
        write("a/later.yaml", "x: 1\n---\nasyncapi: 3.0.0\n");
        write("target/e.yaml", "asyncapi: 3.0.0\n");
        write("node_modules/f.yaml", "asyncapi: 3.0.0\n");
        write(".git/g.yaml", "asyncapi: 3.0.0\n");
        write("a/.hidden.yaml", "asyncapi: 3.0.0\n");
        write("empty/readme.txt", "asyncapi: 3.0.0\n");
    }

    @Test
    void aFolderIsEveryDocumentBelowIt() {
        assertThat(find("")).containsExactly("a/broken.json", "a/broken.yaml", "a/d.json", "a/deep/c.yml", "b.yaml");
        assertThat(find("a/../a/deep/.")).containsExactly("a/deep/c.yml");
    }

    @Test
    void whatIsNamedIsTakenWhateverItIs() {
        assertThat(find("a/fragment.yaml", "target/e.yaml", "nowhere.yaml"))
                .containsExactly("a/fragment.yaml", "target/e.yaml", "nowhere.yaml");
        assertThat(find("target")).containsExactly("target/e.yaml");
    }

    @Test
    void aFileIsFoundOnceWhateverItsNames() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.yaml"), folder.resolve("b.yaml"));
        assertThat(find("b.yaml", "", "a/../b.yaml", "link.yaml", "*.yaml").stream()
                        .filter(name -> name.endsWith("b.yaml")))
                .containsExactly("b.yaml");
        assertThat(find("link.yaml", "b.yaml")).containsExactly("link.yaml");
    }

    @Test
    void globsMeanWhatShellsMean() {
        assertThat(find("**/*.yaml")).containsExactly("a/broken.yaml", "b.yaml");
        assertThat(find("*.yaml")).containsExactly("b.yaml");
        assertThat(find("a/**")).hasSize(4);
        assertThat(find("a/*.{json,yml}")).containsExactly("a/broken.json", "a/d.json");
        assertThat(find("[a-b]/d.????")).containsExactly("a/d.json");
        assertThat(find("?/[!c]*.json")).containsExactly("a/broken.json", "a/d.json");
        assertThat(find("a/**/c.yml", "**/deep/*")).containsExactly("a/deep/c.yml");
    }

    @Test
    void aFileMayBeCalledLikeAGlob() throws IOException {
        write("odd[1].yaml", "asyncapi: 3.0.0\n");
        assertThat(find("odd[1].yaml")).containsExactly("odd[1].yaml");
        assertThat(find("od*[[]1]*")).containsExactly("odd[1].yaml");
    }

    @Test
    void whatLeadsToNothingIsSaid() {
        Found found = DocumentSearch.find(List.of("empty", "no/where/*.yaml", "a/[", "b.yaml"), folder);
        assertThat(found.documents()).hasSize(1);
        assertThat(found.problems())
                .containsExactly(
                        "there is no AsyncAPI document in the folder empty",
                        "no AsyncAPI document matches no/where/*.yaml",
                        "no AsyncAPI document matches a/[");
    }

    private List<String> find(String... names) {
        Found found = DocumentSearch.find(List.of(names), folder);
        assertThat(found.problems()).isEmpty();
        return found.documents().stream()
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .toList();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
