package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.registry.ScriptedServer.Answer;
import java.util.Map;
import org.apache.avro.SchemaParseException;
import org.junit.jupiter.api.Test;

/** Schemas that refer to others, from registries that should not hold such. */
class ReferencesTest extends RemoteCase {

    private static String record(String name, String refersTo) {
        String fields = refersTo.isEmpty() ? "[]" : "[{\\\"name\\\":\\\"f\\\",\\\"type\\\":\\\"" + refersTo + "\\\"}]";
        String references = refersTo.isEmpty()
                ? "[]"
                : "[{\"name\":\"" + refersTo + "\",\"subject\":\"" + refersTo + "\",\"version\":1}]";
        return "{\"id\":1,\"version\":1,\"subject\":\"" + name + "\",\"references\":" + references
                + ",\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"" + name + "\\\",\\\"fields\\\":"
                + fields
                + "}\"}";
    }

    /** Each record refers to the one with the next number, up to the last. */
    private void chain(int length, String end) {
        server.answers(request -> {
            int number = request.contains("/ids/")
                    ? 0
                    : Integer.parseInt(request.replaceAll(".*/subjects/R(\\d+)/.*", "$1"));
            return new Answer(200, record("R" + number, number + 1 < length ? "R" + (number + 1) : end));
        });
    }

    @Test
    void resolvesAChainAndAsksForEachLinkOnce() {
        chain(5, "");
        SchemaRegistry registry = connect(server.url());

        assertThat(registry.schemaById(0).toString()).contains("R4");
        assertThat(registry.schemaById(100).toString()).contains("R4");

        assertThat(server.requests())
                .containsExactly(
                        "GET /schemas/ids/0",
                        "GET /subjects/R1/versions/1?deleted=true",
                        "GET /subjects/R2/versions/1?deleted=true",
                        "GET /subjects/R3/versions/1?deleted=true",
                        "GET /subjects/R4/versions/1?deleted=true",
                        "GET /schemas/ids/100");
    }

    @Test
    void takesNoNameOfDotsForASchema() {
        assertThatThrownBy(() -> SchemaDefinition.parse("{\"type\":\"....\"}", Map.of()))
                .isInstanceOf(SchemaParseException.class);
    }

    @Test
    void doesNotRunInCircles() {
        chain(3, "R1");

        assertThatThrownBy(() -> connect(server.url()).schemaById(0))
                .isInstanceOf(MalformedAnswerException.class)
                .hasMessageContaining("refers to itself");
    }

    @Test
    void doesNotClimbTowers() {
        chain(1_000_000, "");

        assertThatThrownBy(() -> connect(server.url()).schemaById(0))
                .isInstanceOf(MalformedAnswerException.class)
                .hasMessageContaining("too deep");
    }

    @Test
    void saysWhatIsMissing() {
        server.answers(request -> request.contains("/ids/")
                ? new Answer(200, record("A", "B"))
                : new Answer(404, "{\"error_code\":40401,\"message\":\"Subject 'B' not found.\"}"));

        assertThatThrownBy(() -> connect(server.url()).schemaById(1))
                .isInstanceOf(MalformedAnswerException.class)
                .hasMessageContaining("refers to B version 1, which the registry lacks");
    }
}
