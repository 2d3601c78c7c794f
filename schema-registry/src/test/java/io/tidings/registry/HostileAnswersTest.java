package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.registry.ScriptedServer.Answer;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done to callers by what answers in a registry's place. */
class HostileAnswersTest extends RemoteCase {

    private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);

    @Test
    void holdsTheDeadlineWhateverTrickles() throws IOException {
        for (RawServer raw : List.of(RawServer.trickling(), RawServer.silent())) {
            try (raw) {
                RegistryException failure = failure(connect(raw.url(), "schema.registry.request.timeout.ms", "300"));

                assertThat(failure)
                        .isInstanceOf(RegistryUnreachableException.class)
                        .hasMessageContaining("ms (setting 'schema.registry.request.timeout.ms')");
                assertThat(failure.url()).isEqualTo(raw.url());
            }
        }
    }

    @Test
    void doesNotFillMemory() throws IOException {
        try (RawServer endless = RawServer.endless()) {
            RegistryException failure =
                    failure(connect(endless.url(), "max.retries", "0", "schema.registry.request.timeout.ms", "60000"));

            assertThat(failure).isInstanceOf(MalformedAnswerException.class).hasMessageContaining("more than");
        }
    }

    @Test
    void doesNotTakeHalfAnAnswer() throws IOException {
        try (RawServer truncating = RawServer.truncating(TEXT)) {
            assertThat(failure(connect(truncating.url(), "max.retries", "0")))
                    .isInstanceOf(RegistryUnreachableException.class);
        }
    }

    @Test
    void doesNotGuessAtAnEncoding() {
        server.answers(request -> new Answer(200, TEXT).with("Content-Encoding", "gzip"));

        assertThat(failure(connect(server.url(), "max.retries", "0")))
                .isInstanceOf(MalformedAnswerException.class)
                .hasMessageContaining("gzip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"id\":null}",
                "{\"id\":\"7\"}",
                "{\"id\":7.5}",
                "{\"id\":99999999999}",
                "{\"id\":[7]}",
                "7",
                "null",
                "\"x\""
            })
    void takesNoIdOfAnotherType(String body) {
        server.answers(200, body);
        SchemaRegistry registry = connect(server.url(), "max.retries", "0");

        assertThatThrownBy(() -> registry.register("s", SCHEMA)).isInstanceOf(MalformedAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[7]", "[\"a\",null]", "{\"subjects\":[]}"})
    void takesNoListOfAnotherType(String body) {
        server.answers(200, body);
        SchemaRegistry registry = connect(server.url(), "max.retries", "0");

        assertThatThrownBy(() -> registry.subjects("")).isInstanceOf(MalformedAnswerException.class);
    }

    @Test
    void takesNoCompatibilityForGrantedThatNobodyTold() {
        server.answers(200, "{\"is_compatible\":\"true\"}");
        SchemaRegistry registry = connect(server.url(), "max.retries", "0");

        assertThatThrownBy(() -> registry.compatibility("s", SchemaDefinition.of(SCHEMA)))
                .isInstanceOf(MalformedAnswerException.class);
    }

    @Test
    void keepsCredentialsFromOtherHosts() {
        try (ScriptedServer other = ScriptedServer.start().answers(200, TEXT)) {
            server.answers(request ->
                    new Answer(307, "").with("Location", other.url().replace("127.0.0.1", "localhost") + "/x"));

            connect(server.url(), "bearer.auth.token", "secret").schemaById(1);

            assertThat(server.credentials()).containsExactly("Bearer secret");
            assertThat(other.credentials()).containsExactly("null");
        }
    }

    @Test
    void followsARegistryThatMovedOnItsHost() {
        server.answers(request -> request.startsWith("POST /moved")
                ? new Answer(200, "{\"id\":3}")
                : new Answer(308, "").with("Location", "/moved/subjects/s/versions"));

        int id = connect(server.url(), "bearer.auth.token", "secret").register("s", SCHEMA);

        assertThat(id).isEqualTo(3);
        assertThat(server.credentials()).containsExactly("Bearer secret", "Bearer secret");
    }

    @Test
    void doesNotRunInCircles() {
        server.answers(request -> new Answer(302, "").with("Location", "/again"));

        RegistryException failure = failure(connect(server.url()));

        assertThat(failure.status()).isEqualTo(302);
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void doesNotRepeatCredentialsThatAnAnswerEchoes() {
        server.answers(
                request -> new Answer(403, "<pre>Authorization: Basic bWU6aHVudGVyMg== me:hunter2 hunter2</pre>"));

        RegistryException failure = failure(connect(
                server.url(), "basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "me:hunter2"));

        assertThat(failure)
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("basic.auth.user.info")
                .hasMessageNotContainingAny("hunter2", "bWU6aHVudGVyMg==");
        assertThat(failure.setting()).isEqualTo("basic.auth.user.info");
    }

    @Test
    void readsWhyASchemaIsIncompatible() {
        server.answers(
                409,
                "{\"error_code\":409,\"message\":\"Schema being registered is incompatible with an earlier schema for"
                        + " subject \\\"s\\\", details: [{errorType:'READER_FIELD_MISSING_DEFAULT_VALUE', description:'The"
                        + " field 'a' at path '/fields/1' has no default', additionalInfo:'a'}, {oldSchemaVersion: 1}]\"}");
        SchemaRegistry registry = connect(server.url());

        assertThatThrownBy(() -> registry.register("s", SCHEMA))
                .isInstanceOfSatisfying(IncompatibleSchemaException.class, e -> {
                    assertThat(e.reasons())
                            .containsExactly("The field 'a' at path '/fields/1' has no default"
                                    + " (READER_FIELD_MISSING_DEFAULT_VALUE)");
                    assertThat(e.subject()).isEqualTo("s");
                    assertThat(e).hasMessageContaining("'s'").hasMessageContaining("has no default");
                });
    }

    @Test
    void asksForReasonsAndDoesWithoutThem() {
        server.answers(200, "{\"is_compatible\":false}");
        SchemaRegistry registry = connect(server.url());

        assertThat(registry.compatibility("s", SchemaDefinition.of(SCHEMA)))
                .isEqualTo(new Compatibility(false, List.of()));
        assertThat(server.requests())
                .containsExactly(
                        "POST /compatibility/subjects/s/versions?verbose=true {\"schema\":\"\\\"string\\\"\"}");
    }

    @Test
    void takesAGuidAndAsksByIt() {
        UUID guid = UUID.fromString("89791762-2336-186f-9674-180a8f7a356b");
        server.answers(request -> request.startsWith("POST")
                ? new Answer(200, "{\"id\":3,\"guid\":\"" + guid + "\"}")
                : new Answer(200, TEXT));
        SchemaRegistry registry = connect(server.url());

        assertThat(registry.register("s", SchemaDefinition.of(SCHEMA), true)).isEqualTo(new SchemaIds(3, guid));
        assertThat(registry.schemaByGuid(guid)).isEqualTo(SCHEMA);
        assertThat(registry.schemaByGuid(guid)).isEqualTo(SCHEMA);
        assertThat(server.requests())
                .containsExactly(
                        "POST /subjects/s/versions?normalize=true {\"schema\":\"\\\"string\\\"\"}",
                        "GET /schemas/guids/" + guid);
    }
}
