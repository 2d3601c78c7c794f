package io.tidings.codegen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.codegen.plan.HeadersPlan.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers, and where messages carry what joins and routes them. */
class BesideThePayloadTest {

    @TempDir
    Path folder;

    @Test
    void headersAreTypedByTheirSchemas() throws IOException {
        assertThat(kind("type: string")).isEqualTo(HeaderKind.STRING);
        assertThat(kind("{}")).isEqualTo(HeaderKind.STRING);
        assertThat(kind("type: string, format: uuid")).isEqualTo(HeaderKind.UUID);
        assertThat(kind("type: string, format: date-time")).isEqualTo(HeaderKind.INSTANT);
        assertThat(kind("type: string, format: date")).isEqualTo(HeaderKind.DATE);
        assertThat(kind("type: integer")).isEqualTo(HeaderKind.LONG);
        assertThat(kind("type: integer, format: int32")).isEqualTo(HeaderKind.INTEGER);
        assertThat(kind("type: number")).isEqualTo(HeaderKind.DOUBLE);
        assertThat(kind("type: boolean")).isEqualTo(HeaderKind.BOOLEAN);
        assertThat(kind("enum: [a, b]")).isEqualTo(HeaderKind.CHOICE);
        assertThat(kind("type: ['null', integer]")).isEqualTo(HeaderKind.LONG);
    }

    @Test
    void whatIsNullableIsNotRequired() throws IOException {
        GenerationPlan plan = plan(
                "headers: { required: [a, b], properties: { a: { type: string }, b: { type: [string, 'null'] } } }");

        assertThat(headers(plan)).extracting(Header::required).containsExactly(true, false);
    }

    @Test
    void namesOfHeadersBecomeNamesOfJava() throws IOException {
        GenerationPlan plan =
                plan("headers: { properties: { X-Request-Id: {}, x_request_id: {}, class: {}, 1st: {}, 数: {},"
                        + " toString: {}, String: { enum: [a b, a-b, UNKNOWN, '', type] } } }");

        assertThat(headers(plan))
                .extracting(Header::component)
                .containsExactly("xRequestId", "xRequestId2", "class_", "_1st", "u6570", "toString_", "string");
        HeadersPlan.Choice choice = Objects.requireNonNull(headers(plan).get(6).choice());
        assertThat(choice.typeName()).isEqualTo("String2");
        assertThat(choice.constants()).containsOnlyKeys("A_B", "A_B2", "UNKNOWN", "UNNAMED", "TYPE2");
        assertThat(choice.unknown()).isEqualTo("UNKNOWN2");
    }

    @Test
    void whatIsAlwaysTheSameIsAMarkAndWhatTidingsWritesIsNotAsked() throws IOException {
        GenerationPlan plan = plan("""
                headers: { properties: { v: { const: 2 }, ce_id: {}, traceparent: {}, ce_type: { const: org.x.M } } }
                """.strip());

        MessagePlan message = plan.messages().get(0);
        assertThat(message.headers()).isNull();
        assertThat(message.marks()).containsExactly(java.util.Map.entry("v", "2"));
        assertThat(message.typeName()).isEqualTo("org.x.M");
        assertThat(message.name()).isEqualTo("m");
    }

    @Test
    void headersCanBeAnAvroRecord() throws IOException {
        GenerationPlan plan = plan("""
                headers: { schemaFormat: application/vnd.apache.avro;version=1.12.0, schema: { type: record, name: H, fields: [
                    { name: id, type: { type: string, logicalType: uuid } }, { name: n, type: ['null', int], default: null },
                    { name: at, type: { type: long, logicalType: timestamp-millis } },
                    { name: e, type: { type: enum, name: E, symbols: [A, B] } }, { name: odd, type: bytes }] } }""");

        assertThat(headers(plan))
                .extracting(Header::kind)
                .containsExactly(
                        HeaderKind.UUID, HeaderKind.INTEGER, HeaderKind.INSTANT, HeaderKind.CHOICE, HeaderKind.STRING);
        assertThat(headers(plan)).extracting(Header::required).containsExactly(true, false, true, true, true);
        assertThat(codes(plan)).containsExactly("codegen-header-as-text");
    }

    @Test
    void aPlaceIsAHeaderOrAField() throws IOException {
        assertThat(correlation("$message.header#/a~1b")).isEqualTo(new PlacePlan.Header("a/b"));
        assertThat(correlation("$message.payload#/at/id")).isEqualTo(new PlacePlan.Field(List.of("at", "id")));
        assertThat(correlation("$message.payload#/tags/id")).isEqualTo(new PlacePlan.Field(List.of("tags", "id")));
        assertThat(correlation("$message.payload#/key")).isEqualTo(new PlacePlan.Field(List.of("key")));
        assertThat(correlation("$message.header#/ce_correlationid")).isNull();
    }

    @Test
    void aHeaderThatAlwaysSaysTheSameJoinsNothing() throws IOException {
        GenerationPlan plan = plan("headers: { type: object, properties: { v: { const: v1 } } }"
                + "\ncorrelationId: { location: '$message.header#/v' }");

        assertThat(plan.messages().get(0).correlationId()).isNull();
        assertThat(plan.messages().get(0).marks()).isEqualTo(Map.of("v", "v1"));
        assertThat(plan.diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo("codegen-location-not-used");
            assertThat(found.message()).contains("that header always says 'v1'", "in the header 'ce_correlationid'");
        });
    }

    @Test
    void aPlaceThatKafkaCannotFillIsNamed() throws IOException {
        for (String location : List.of(
                "$message.header#/MQMD/CorrelId",
                "$message.header#/ce_id",
                "$message.payload#/at",
                "$message.payload#/none",
                "$message.payload#/n/x",
                "$message.payload#/raw",
                "$message.payload#/due",
                "$message.payload")) {
            GenerationPlan plan = plan("correlationId: { location: '" + location + "' }");
            assertThat(codes(plan)).as(location).containsExactly("codegen-location-not-used");
            assertThat(plan.messages().get(0).correlationId()).isNull();
            assertThat(plan.valid()).isTrue();
        }
    }

    @Test
    void onePlaceHasOneValue() throws IOException {
        GenerationPlan plan = plan("correlationId: { location: $message.header#/id }", """
                operations:
                  ask:
                    action: send
                    channel: { $ref: '#/channels/c' }
                    reply: { address: { location: $message.header#/id }, channel: { $ref: '#/channels/c' } }
                """);

        assertThat(plan.messages().get(0).correlationId()).isEqualTo(new PlacePlan.Header("id"));
        assertThat(plan.messages().get(0).replyTo()).isNull();
        assertThat(plan.diagnostics())
                .filteredOn(found -> found.code().startsWith("codegen-location"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.code()).isEqualTo("codegen-location-taken");
                    assertThat(found.message()).contains("'$message.header#/id': the correlation id is there");
                    assertThat(found.related()).hasSize(1);
                });
    }

    @Test
    void aHeaderThatCarriesTheCorrelationIdIsNotAsked() throws IOException {
        GenerationPlan plan = plan("correlationId: { location: $message.header#/id }\n"
                + "headers: { required: [id, other], properties: { id: {}, other: {} } }");

        assertThat(headers(plan)).extracting(Header::name).containsExactly("other");
    }

    private @Nullable PlacePlan correlation(String location) throws IOException {
        GenerationPlan plan = plan("correlationId: { location: '" + location + "' }");
        assertThat(plan.diagnostics()).isEmpty();
        return plan.messages().get(0).correlationId();
    }

    private HeaderKind kind(String schema) throws IOException {
        String braced = schema.startsWith("{") ? schema : "{ " + schema + " }";
        return headers(plan("headers: { properties: { h: " + braced + " } }"))
                .get(0)
                .kind();
    }

    private static List<Header> headers(GenerationPlan plan) {
        return Objects.requireNonNull(plan.messages().get(0).headers()).headers();
    }

    private static List<String> codes(GenerationPlan plan) {
        return plan.diagnostics().stream().map(Diagnostic::code).toList();
    }

    private GenerationPlan plan(String message) throws IOException {
        return plan(message, "");
    }

    private GenerationPlan plan(String message, String more) throws IOException {
        Path file = folder.resolve("asyncapi.yaml");
        Files.writeString(file, """
                asyncapi: 3.0.0
                info: { title: T, version: 1.0.0 }
                channels:
                  c:
                    address: c
                    messages:
                      m:
                        %s
                        payload:
                          schemaFormat: application/vnd.apache.avro;version=1.12.0
                          schema:
                            type: record
                            name: M
                            namespace: org.x
                            fields:
                              - { name: at, type: { type: record, name: At, fields: [{ name: id, type: [long, 'null'] }] } }
                              - { name: n, type: int }
                              - { name: raw, type: bytes }
                              - { name: due, type: [{ type: int, logicalType: date }, 'null'] }
                              - { name: key, type: { type: string, logicalType: uuid } }
                              - { name: tags, type: { type: map, values: string } }
                """.formatted(message.replace("\n", "\n        ")) + more);
        return Planner.plan(
                AsyncApi.read(file).document().orElseThrow(), new PlanSettings("gen", Role.APPLICATION, null));
    }
}
