package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.registry.ScriptedServer.Answer;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry that was lost and set up anew gives its ids to other schemas. */
class ConflictTest extends RemoteCase {

    private static final Schema STRING = Schema.create(Schema.Type.STRING);
    private static final Schema LONG = Schema.create(Schema.Type.LONG);
    private static final String NUMBER = "{\"id\":7,\"version\":1,\"schema\":\"\\\"long\\\"\"}";

    @TempDir
    private Path directory;

    private SchemaRegistry open() {
        return connect(server.url(), "tidings.schema.cache.dir", directory.toString(), "max.retries", "0");
    }

    @Test
    void doesNotReadWithAnotherSchemaThanAnEarlierRun() {
        server.answers(200, TEXT);
        open().schemaById(7);
        server.answers(200, NUMBER);

        assertThatThrownBy(() -> open().schemaById(7))
                .isInstanceOf(SchemaConflictException.class)
                .hasMessageContaining("id 7")
                .hasMessageContaining("string")
                .hasMessageContaining("long")
                .hasMessageContaining(server.url())
                .hasMessageContaining("delete " + directory);
    }

    @Test
    void doesNotWriteWithAnIdThatMeantSomethingElse() {
        server.answers(200, "{\"id\":7}");
        open().register("s", STRING);

        assertThatThrownBy(() -> open().register("s", LONG)).isInstanceOf(SchemaConflictException.class);
        assertThatThrownBy(() -> open().idOf("s", LONG)).isInstanceOf(SchemaConflictException.class);
    }

    @Test
    void doesNotForgetWhatItKnewOverAConflict() {
        server.answers(200, TEXT);
        open().schemaById(7);
        server.answers(200, NUMBER);
        assertThatThrownBy(() -> open().latest("s")).isInstanceOf(SchemaConflictException.class);
        server.answers(503, "");

        assertThat(open().schemaById(7)).isEqualTo(STRING);
        assertThatThrownBy(() -> open().latest("s")).isInstanceOf(RegistryUnreachableException.class);
    }

    @Test
    void noticesWithinOneProcess() {
        server.answers(200, "{\"id\":7}");
        SchemaRegistry registry = connect(server.url());
        registry.register("s", STRING);

        assertThatThrownBy(() -> registry.register("s", LONG))
                .isInstanceOf(SchemaConflictException.class)
                .hasMessageContaining("restart");
    }

    @Test
    void takesOtherIdsForTheSameSchemas() {
        server.answers(200, "{\"id\":7}");
        open().register("s", STRING);
        server.answers(200, "{\"id\":1}");

        assertThat(open().register("s", STRING)).isEqualTo(1);
    }

    @Test
    void takesWhatARegistryWroteInItsOwnWay() {
        String written = "{\"type\":\"record\",\"name\":\"A\",\"doc\":\"x\",\"fields\":[{\"name\":\"a\",\"type\":"
                + "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":4,\"scale\":2}}]}";
        server.answers(request -> request.startsWith("POST")
                ? new Answer(200, "{\"id\":7}")
                : new Answer(200, answer(written.replace("\"doc\":\"x\",", ""))));
        open().register("s", new Schema.Parser().parse(written));

        assertThat(open().schemaById(7).getDoc()).isNull();

        server.answers(200, answer(written.replace("\"scale\":2", "\"scale\":1")));
        assertThatThrownBy(() -> open().schemaById(7)).isInstanceOf(SchemaConflictException.class);
    }

    private static String answer(String schema) {
        return "{\"schema\":\"" + schema.replace("\"", "\\\"") + "\"}";
    }

    @Test
    void comparesSchemasThatContainThemselves() {
        String node =
                "{\"type\":\"record\",\"name\":\"Node\",\"fields\":[{\"name\":\"next\",\"type\":[\"null\",\"Node\"]}]}";
        Schema one = new Schema.Parser().parse(node);

        assertThat(WireMeaning.same(one, new Schema.Parser().parse(node))).isTrue();
        assertThat(WireMeaning.same(
                        one, new Schema.Parser().parse(node.replace("[\"null\",\"Node\"]", "[\"Node\",\"null\"]"))))
                .isFalse();
    }
}
