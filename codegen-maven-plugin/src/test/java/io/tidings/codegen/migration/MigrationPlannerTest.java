package io.tidings.codegen.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.codegen.plan.ExistingRecord;
import io.tidings.codegen.plan.PlanSettings;
import io.tidings.codegen.plan.Planner;
import io.tidings.codegen.plan.RecordSettings;
import io.tidings.codegen.plan.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationPlannerTest {

    private static final String DOCUMENT = """
            asyncapi: 3.0.0
            info: { title: Bells, version: %1$s }
            channels:
              bell:
                address: bell.v%1$s
                messages:
                  ring:
                    payload:
                      schemaFormat: application/vnd.apache.avro;version=1.12.0
                      schema: { type: record, name: Ring, namespace: org.bells, fields: [%2$s] }
                  %3$s
            operations:
              ring: { action: send, channel: { $ref: '#/channels/bell' } }
            """;

    @TempDir
    Path folder;

    private Major major(String version, String fields, String more, Map<String, String> packages) {
        return major(version, fields, more, RecordSettings.DEFAULT.withPackages(packages));
    }

    private Major major(String version, String fields, String more, RecordSettings records) {
        try {
            Path file = Files.writeString(
                    folder.resolve("v" + version + ".yaml"), DOCUMENT.formatted(version, fields, more));
            AsyncApiDocument document = AsyncApi.read(file).document().orElseThrow();
            return new Major(
                    document, Planner.plan(document, new PlanSettings("org.gen", Role.APPLICATION, null, records)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private MigrationPlan plan(String olderFields, String newerFields) {
        return MigrationPlanner.plan(
                major("1.0.0", olderFields, "", Map.of("org.bells", "org.bells.v1")),
                major("2.0.0", newerFields, "", Map.of()));
    }

    private static Stream<String> decisions(MigrationPlan plan, Direction direction) {
        return plan.casters().stream()
                .filter(caster -> caster.direction() == direction)
                .flatMap(caster -> caster.decisions().stream())
                .map(Decision::method);
    }

    /** What is lost on the way there, and on the way back; whatever is not named is copied. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "int                                         | int                                         | - | -",
                "int                                         | long                                        | - | f",
                "int                                         | double                                      | - | f",
                "int                                         | float                                       | f | f",
                "long                                        | double                                      | f | f",
                "float                                       | double                                      | - | f",
                "string                                      | bytes                                       | - | f",
                "int                                         | string                                      | f | f",
                "string                                      | ['null', string]                            | - | fWhenNull",
                "int                                         | [string, long]                              | - | fString;fLong",
                "['null', int]                               | ['null', long]                              | - | f",
                "[int, string]                               | [string, int]                               | - | -",
                "{type: array, items: int}                   | {type: array, items: long}                  | - | fItem",
                "{type: map, values: [int, 'null']}          | {type: map, values: int}                    | fValueWhenNull | -",
                "{type: int, logicalType: date}              | int                                         | f | f",
                "{type: long, logicalType: timestamp-millis} | {type: long, logicalType: timestamp-micros} | - | f",
                "{type: string, logicalType: uuid}           | string                                      | f | f",
                "{type: string, logicalType: mine}           | {type: string, logicalType: mine}           | - | -",
                "{type: enum, name: E, symbols: [A, B]}      | {type: enum, name: E, symbols: [B, C, D]}   | aOfE | cOfE;dOfE",
                "{type: enum, name: E, symbols: [A]}         | {type: enum, name: E, symbols: [A, B]}      | - | bOfE",
                "{type: enum, name: E, symbols: [A]}         | {type: enum, name: F, symbols: [A]}         | f | f",
                "{type: fixed, name: X, size: 2}             | {type: fixed, name: X, size: 3}             | f | f",
                "{type: record, name: R, fields: [{name: a, type: int}]} | {type: record, name: R, fields: [{name: a, type: int}, {name: b, type: int}]} | bOfR | -",
            })
    void whatNothingIsLostOfIsCopied(String older, String newer, String up, String down) {
        MigrationPlan plan = plan("{name: f, type: %s}".formatted(older), "{name: f, type: %s}".formatted(newer));
        assertThat(decisions(plan, Direction.UP)).containsExactlyElementsOf(split(up));
        assertThat(decisions(plan, Direction.DOWN)).containsExactlyElementsOf(split(down));
    }

    private static List<String> split(@org.jspecify.annotations.Nullable String names) {
        return names == null ? List.of() : List.of(names.split(";", -1));
    }

    @Test
    void fieldsThatAreNewNeedADefault() {
        MigrationPlan plan = plan(
                "{name: a, type: int}, {name: was, type: int}",
                "{name: b, type: int}, {name: c, type: int, default: 1}, {name: is, type: int, aliases: [was]}");
        assertThat(decisions(plan, Direction.UP)).containsExactly("b");
        assertThat(decisions(plan, Direction.DOWN)).containsExactly("a");
        assertThat(plan.casters().get(0).payload().dropped()).containsExactly("a");
    }

    @Test
    void methodsDoNotBearNamesThatAreTaken() {
        MigrationPlan plan = plan(
                "{name: x, type: int}",
                "{name: upcast, type: int}, {name: toString, type: int}, {name: class, type: int}, {name: a_b, type: int}, {name: aB, type: int}");
        assertThat(decisions(plan, Direction.UP)).containsExactly("upcast2", "toString_", "class_", "aB", "aB2");
    }

    @Test
    void oneMajorTwiceIsAWarning() {
        MigrationPlan plan = MigrationPlanner.plan(
                major("2.0.0", "{name: f, type: int}", "", Map.of("org.bells", "org.bells.v1")),
                major("2.1.0", "{name: f, type: int}", "", Map.of()));
        assertThat(plan.diagnostics()).extracting(Diagnostic::code).containsExactly("codegen-previous-same-major");
        assertThat(plan.casters()).hasSize(2);
    }

    @Test
    void classesThatDifferCannotHaveOneName() {
        MigrationPlan plan = MigrationPlanner.plan(
                major("1.0.0", "{name: f, type: int}", "", Map.of()),
                major("2.0.0", "{name: f, type: long}", "", Map.of()));
        assertThat(plan.diagnostics()).hasSize(1).first().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo("codegen-previous-class-taken");
            assertThat(diagnostic.isError()).isTrue();
            assertThat(diagnostic.location().line()).isEqualTo(2);
            assertThat(diagnostic.message()).contains("org.bells.Ring", "1.0.0", "2.0.0");
        });
        assertThat(plan.casters()).isEmpty();
    }

    @Test
    void aMessageThatIsNewIsMentioned() {
        String more = "toll: { payload: { schemaFormat: 'application/vnd.apache.avro;version=1.12.0', "
                + "schema: { type: record, name: Toll, fields: [] } } }";
        MigrationPlan plan = MigrationPlanner.plan(
                major("1.0.0", "{name: f, type: int}", "", Map.of("org.bells", "org.bells.v1")),
                major("2.0.0", "{name: f, type: long}", more, Map.of()));
        assertThat(plan.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("codegen-message-without-counterpart");
        assertThat(plan.casters()).extracting(CasterPlan::message).containsOnly("ring");
    }

    @Test
    void whatHasAClassAlreadyIsAPersonsToCastUnlessItIsOneClass() {
        String held = "{name: held, type: {type: record, name: Toll, fields: [{name: f, type: %s}]}}";
        RecordSettings moved = RecordSettings.DEFAULT.withPackages(Map.of("org.bells", "org.bells.v1"));
        Major older =
                major("1.0.0", held.formatted("int"), "", moved.withExisting(existing("org.bells.Toll=com.acme.Toll")));

        MigrationPlan same = MigrationPlanner.plan(
                older,
                major(
                        "2.0.0",
                        held.formatted("long"),
                        "",
                        RecordSettings.DEFAULT.withExisting(existing("org.bells.Toll=com.acme.Toll"))));
        assertThat(same.diagnostics()).isEmpty();
        assertThat(decisions(same, Direction.UP)).isEmpty();

        MigrationPlan other = MigrationPlanner.plan(older, major("2.0.0", held.formatted("long"), "", Map.of()));
        assertThat(decisions(other, Direction.UP)).containsExactly("held");
        assertThat(decisions(other, Direction.DOWN)).containsExactly("held");
    }

    @Test
    void aPayloadThatHasAClassAlreadyIsNotCast() {
        MigrationPlan plan = MigrationPlanner.plan(
                major("1.0.0", "{name: f, type: int}", "", Map.of("org.bells", "org.bells.v1")),
                major(
                        "2.0.0",
                        "{name: f, type: long}",
                        "",
                        RecordSettings.DEFAULT.withExisting(existing("org.bells.Ring"))));
        assertThat(plan.casters()).isEmpty();
        assertThat(plan.diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo("codegen-message-not-cast");
            assertThat(found.message()).contains("its class is named in <existingRecords>");
        });
    }

    private static List<ExistingRecord> existing(String text) {
        return List.of(ExistingRecord.parse(text).orElseThrow());
    }

    @Test
    void textInClassesOfTheSchemasChoiceIsNotCast() {
        MigrationPlan plan = plan(
                "{name: f, type: {type: string, java-class: java.net.URI}}",
                "{name: f, type: {type: string, java-class: java.net.URI}}, {name: g, type: int}");
        assertThat(plan.diagnostics()).extracting(Diagnostic::code).containsExactly("codegen-message-not-cast");
        assertThat(plan.casters()).isEmpty();
    }
}
