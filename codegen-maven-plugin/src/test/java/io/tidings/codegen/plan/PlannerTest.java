package io.tidings.codegen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.codegen.plan.OperationPlan.Publisher;
import io.tidings.codegen.plan.OperationPlan.Subscriber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {

    @TempDir
    Path folder;

    @Test
    void keysOfOneChannelMustAgree() throws IOException {
        GenerationPlan plan =
                plan(message("a", "key: { type: string }", "A") + message("b", "key: { type: integer }", "B"));

        assertThat(plan.valid()).isFalse();
        assertThat(plan.diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo("codegen-keys-disagree");
            assertThat(found.message()).contains("'b' is a long", "'a' is a string");
            assertThat(found.location().line()).isEqualTo(17);
            assertThat(found.related()).hasSize(1);
        });
    }

    @Test
    void keysAreTypedByTheirSchemas() throws IOException {
        assertThat(key("type: string")).isEqualTo(KeyKind.STRING);
        assertThat(key("type: string, format: uuid")).isEqualTo(KeyKind.UUID);
        assertThat(key("type: integer, format: int32")).isEqualTo(KeyKind.INTEGER);
        assertThat(key("type: integer")).isEqualTo(KeyKind.LONG);
        assertThat(key("type: ['null', string]")).isEqualTo(KeyKind.STRING);
        assertThat(key("type: number")).isEqualTo(KeyKind.DOUBLE);
        assertThat(key("type: number, format: float")).isEqualTo(KeyKind.FLOAT);
        assertThat(key("type: boolean")).isEqualTo(KeyKind.BOOLEAN);
        assertThat(key(avro("long"))).isEqualTo(KeyKind.LONG);
        assertThat(key(avro("float"))).isEqualTo(KeyKind.FLOAT);
        assertThat(key(avro("double"))).isEqualTo(KeyKind.DOUBLE);
        assertThat(key(avro("boolean"))).isEqualTo(KeyKind.BOOLEAN);
        assertThat(key(avro("['null', string]"))).isEqualTo(KeyKind.STRING);
        assertThat(key(avro("['null', string, long]"))).isEqualTo(KeyKind.BYTES);
        assertThat(key(avro("{ type: array, items: string }"))).isEqualTo(KeyKind.BYTES);
        assertThat(key(avro("{ type: string, logicalType: uuid }"))).isEqualTo(KeyKind.UUID);
    }

    @Test
    void keysOfNamedTypesAreTheirClasses() throws IOException {
        GenerationPlan plan =
                plan(message("a", "key: { " + avro("{ type: enum, name: org.K, symbols: [X] }") + " }", "A"));

        assertThat(plan.channels().get(0).key())
                .isEqualTo(
                        new KeyPlan(KeyKind.AVRO, ClassNames.of(plan.avroTypes().get(1)), false));
        assertThat(plan.diagnostics()).isEmpty();
    }

    @Test
    void keysOfTwoRecordsDisagree() throws IOException {
        String first = "key: { " + avro("{ type: record, name: org.K, fields: [] }") + " }";
        String second = "key: { " + avro("{ type: record, name: org.L, fields: [] }") + " }";

        assertThat(plan(message("a", first, "A") + message("b", second, "B")).diagnostics())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.code()).isEqualTo("codegen-keys-disagree");
                    assertThat(found.message()).contains("'b' is record org.L", "'a' is record org.K");
                });
    }

    @Test
    void aKeyWithAMapIsWarnedOf() throws IOException {
        String key = "{ type: record, name: org.K, fields: [{ name: m, type: { type: map, values: string } }] }";
        GenerationPlan plan = plan(message("a", "key: { " + avro(key) + " }", "A"));

        assertThat(plan.valid()).isTrue();
        assertThat(plan.diagnostics()).extracting(Diagnostic::code).containsExactly("codegen-key-with-map");
    }

    @Test
    void otherKeysAreBytesAndThatIsSaid() throws IOException {
        GenerationPlan plan = plan(message("a", "key: { type: object }", "A"));

        assertThat(plan.channels().get(0).key().kind()).isEqualTo(KeyKind.BYTES);
        assertThat(plan.diagnostics()).extracting(Diagnostic::code).containsExactly("codegen-key-as-bytes");
    }

    @Test
    void oneNameCannotBeTwoClasses() throws IOException {
        GenerationPlan plan =
                plan(message("a", "key: { type: string }", "A") + message("b", "key: { type: string }", "A", "int"));

        assertThat(plan.diagnostics()).extracting(Diagnostic::code).containsExactly("codegen-avro-type-redefined");
    }

    @Test
    void aQualifiedClassNameGivesTheClassAlone() throws IOException {
        GenerationPlan plan = plan(message("org.shop.OrderPlaced", "key: { type: string }", "A"));

        assertThat(plan.messages()).singleElement().satisfies(message -> {
            assertThat(message.codeName()).isEqualTo("OrderPlaced");
            assertThat(message.constant().name()).isEqualTo("ORDER_PLACED");
            assertThat(message.name()).isEqualTo("org.shop.OrderPlaced");
        });
    }

    @Test
    void theGroupIsTheApplicationsOrTheCallersButNeverSomebodyElses() throws IOException {
        String document = message("a", "key: { type: string }", "A");

        assertThat(subscriber(plan(document, Role.COUNTERPART, "me")).group()).isEqualTo("me");
        assertThat(subscriber(plan(document, Role.COUNTERPART, null)).group()).isEqualTo("some-api");
    }

    @Test
    void aShareGroupHasANameOfItsOwnForABrokerRefusesOneOfBothKinds() throws IOException {
        String document = message("a", "x-key: none", "A");
        String shared = "action: receive, x-tidings: { style: command, delivery: shared }";
        String bound = ", bindings: { kafka: { groupId: { type: string, const: takers }, bindingVersion: 0.5.0 } }";

        assertThat(subscriber(plan(document, shared, Role.APPLICATION, null)).group())
                .isEqualTo("some-api-shared");
        assertThat(subscriber(plan(document, shared, Role.APPLICATION, "me")).group())
                .isEqualTo("me-shared");
        assertThat(subscriber(plan(document, shared + bound, Role.APPLICATION, null))
                        .group())
                .isEqualTo("takers");
    }

    @Test
    void aRoleTurnsEveryOperationRound() throws IOException {
        String document = message("a", "key: { type: string }", "A");

        assertThat(plan(document, Role.APPLICATION, null).operations())
                .singleElement()
                .isInstanceOf(Publisher.class);
        assertThat(plan(document, Role.COUNTERPART, null).operations())
                .singleElement()
                .isInstanceOf(Subscriber.class);
    }

    private static Subscriber subscriber(GenerationPlan plan) {
        return plan.operations(Subscriber.class).findFirst().orElseThrow();
    }

    private KeyKind key(String schema) throws IOException {
        return plan(message("a", "key: { " + schema + " }", "A"))
                .channels()
                .get(0)
                .key()
                .kind();
    }

    private static String avro(String schema) {
        return "schemaFormat: application/vnd.apache.avro;version=1.12.0, schema: " + schema;
    }

    private static String message(String name, String key, String record) {
        return message(name, key, record, "string");
    }

    private static String message(String name, String key, String record, String type) {
        return """
                  %s:
                    bindings: { kafka: { %s, bindingVersion: 0.5.0 } }
                    payload:
                      schemaFormat: application/vnd.apache.avro;version=1.12.0
                      schema: { type: record, namespace: org.x, name: %s, fields: [{ name: f, type: %s }] }
            """.formatted(name, key, record, type).indent(-6).indent(6);
    }

    private GenerationPlan plan(String messages) throws IOException {
        return plan(messages, Role.APPLICATION, null);
    }

    private GenerationPlan plan(String messages, Role role, @Nullable String group) throws IOException {
        return plan(messages, "action: send", role, group);
    }

    private GenerationPlan plan(String messages, String operation, Role role, @Nullable String group)
            throws IOException {
        Path file = folder.resolve("asyncapi.yaml");
        Files.writeString(file, """
                asyncapi: 3.0.0
                info:
                  title: Some API
                  version: 1.0.0
                operations:
                  tell: { OPERATION, channel: { $ref: '#/channels/events' } }
                channels:
                  events:
                    address: events
                    messages:
                """.replace("OPERATION", operation) + messages);
        var result = AsyncApi.read(file);
        assertThat(result.diagnostics().stream().filter(Diagnostic::isError))
                .as("errors of the document")
                .isEmpty();
        return Planner.plan(result.document().orElseThrow(), new PlanSettings("org.gen", role, group));
    }
}
