package io.tidings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry that is away is one line on standard error, and nothing else. */
class UnreachableRegistryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "register src/test/resources/cases/registry/asyncapi.yaml",
                "download shop.* --output target/cases/unreachable"
            })
    void itIsNamed(String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Tidings.run(
                (command + " --registry http://127.0.0.1:1").split(" "),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(status).isEqualTo(Status.UNUSABLE);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("tidings: ")
                .contains("http://127.0.0.1:1");
    }
}
