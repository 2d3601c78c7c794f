package io.tidings.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no document at all. */
class AsyncApiTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void missingFile() {
        Path file = folder.resolve("absent.yaml");
        assertThat(only(file).code()).isEqualTo("source-not-found");
        assertThat(AsyncApi.read(file).valid()).isFalse();
        assertThat(AsyncApi.read(file).document()).isEmpty();
    }

    @Test
    void directory() {
        assertThat(only(folder).code()).isEqualTo("source-not-a-file");
    }

    @Test
    void emptyFile() throws IOException {
        assertThat(only(write("")).code()).isEqualTo("source-empty");
        assertThat(only(write("# nothing but a comment\n")).code()).isEqualTo("source-empty");
        assertThat(only(write("---\n")).code()).isEqualTo("asyncapi-not-a-document");
    }

    @Test
    void notUtf8SaysWhere() throws IOException {
        byte[] latin = "asyncapi: 3.0.0\ninfo:\n  title: Caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = folder.resolve("latin.yaml");
        Files.write(file, latin);
        Diagnostic diagnostic = only(file);
        assertThat(diagnostic.code()).isEqualTo("source-not-utf8");
        assertThat(diagnostic.location().line()).isEqualTo(3);
        assertThat(diagnostic.location().column()).isEqualTo(13);
    }

    @Test
    void byteOrderMarkIsNoColumn() throws IOException {
        ReadResult result = AsyncApi.read(write("\uFEFFasyncapi: 3.0.0\ninfo: {title: T, version: '1'}\n"));
        assertThat(result.diagnostics()).isEmpty();
        assertThat(AsyncApi.read(write("\uFEFFasyncapi: 9.0.0\n")).diagnostics())
                .first()
                .extracting(d -> d.location().column())
                .isEqualTo(11);
    }

    @Test
    void windowsLineEnds() throws IOException {
        assertThat(only(write("asyncapi: 3.0.0\r\ninfo:\r\n  title: T\r\n  version: 1\r\n"))
                        .location()
                        .line())
                .isEqualTo(4);
    }

    @Test
    void aliasesThatExplodeAreStopped() throws IOException {
        StringBuilder yaml = new StringBuilder("asyncapi: 3.0.0\nx0: &a0 [a, b]\n");
        for (int i = 1; i < 40; i++) {
            yaml.append("x%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(only(write(yaml.toString())).code()).isEqualTo("yaml-alias-expansion");
    }

    @Test
    void aliasOfItself() throws IOException {
        assertThat(only(write("asyncapi: &a [*a]\n")).code()).isEqualTo("yaml-alias");
    }

    @Test
    void depthIsBounded() throws IOException {
        assertThat(only(write("a: " + "[".repeat(100_000))).code()).isEqualTo("source-too-deep");
        Path json = folder.resolve("deep.json");
        Files.writeString(json, "[".repeat(100_000));
        assertThat(only(json).code()).isEqualTo("source-too-deep");
    }

    @Test
    void longChainsOfReferencesAreBounded() throws IOException {
        StringBuilder yaml = new StringBuilder("asyncapi: 3.0.0\ninfo: {title: T, version: '1'}\nchannels:\n");
        for (int i = 0; i < 20_000; i++) {
            yaml.append("  c%d: {$ref: '#/channels/c%d'}\n".formatted(i, i + 1));
        }
        assertThat(AsyncApi.read(write(yaml.toString())).diagnostics())
                .extracting(Diagnostic::code)
                .contains("reference-chain");
    }

    @Test
    void filesAreNamedAsTheUserNamedThem() {
        Path document = Path.of("src/test/resources/cases/avro-errors/../avro-errors/asyncapi.yaml");
        ReadResult result = AsyncApi.read(document);
        assertThat(result.file()).isEqualTo(document);
        assertThat(result.diagnostics())
                .extracting(d -> d.location().file())
                .contains(document.toString(), "src/test/resources/cases/avro-errors/broken.avsc");
    }

    private Diagnostic only(Path file) {
        ReadResult result = AsyncApi.read(file);
        assertThat(result.diagnostics()).hasSize(1);
        return result.diagnostics().get(0);
    }

    private Path write(String text) throws IOException {
        Path file = folder.resolve("asyncapi.yaml");
        Files.writeString(file, text);
        return file;
    }
}
