package io.tidings.codegen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExistingRecordsTest {

    private static final String DOCUMENT = """
            asyncapi: 3.0.0
            info: { title: Shop, version: 1.0.0 }
            operations: { tell: { action: send, channel: { $ref: '#/channels/all' } } }
            channels:
              all:
                address: all
                messages:
                  paid:
                    payload:
                      schemaFormat: application/vnd.apache.avro;version=1.12.0
                      schema:
                        type: record
                        name: org.shop.Paid
                        fields:
                          - name: total
                            type:
                              type: record
                              name: org.shared.Money
                              fields:
                                - name: currency
                                  type: { type: enum, name: Currency, symbols: [EUR] }
                                - { name: seal, type: { type: fixed, name: Seal, size: 4 } }
                          - { name: in, type: org.shared.Currency }
                  plain:
                    payload:
                      schemaFormat: application/vnd.apache.avro;version=1.12.0
                      schema: { type: record, name: org.shop.Plain, fields: [] }
            """;

    @TempDir
    Path folder;

    @Test
    void nothingIsMadeOfThemAndAllElseUsesThem() throws IOException {
        GenerationPlan plan = plan("org.shared.*");

        assertThat(plan.diagnostics()).isEmpty();
        assertThat(plan.generatedTypes())
                .extracting(Schema::getFullName)
                .containsExactly("org.shop.Paid", "org.shop.Plain");
        assertThat(plan.stages())
                .extracting(stages -> stages.record().toString())
                .containsExactly("org.shop.Paid", "org.shop.Plain");
        assertThat(plan.codecs())
                .first()
                .satisfies(codec -> assertThat(codec.fields())
                        .extracting(CodecPlan.Field::coding)
                        .containsExactly(
                                new Coding.Existing(new JavaName("org.shared", "Money")),
                                new Coding.Symbol(new JavaName("org.shared", "Currency"))));
        assertThat(plan.existing().in(plan.avroTypes().get(0)))
                .extracting(JavaName::toString)
                .containsExactly("org.shared.Money", "org.shared.Currency", "org.shared.Seal");
    }

    @Test
    void theDocumentsSchemaTravelsWhereAClassHoldsOne() throws IOException {
        GenerationPlan plan = plan("org.shared.*");

        assertThat(plan.messages().get(0).schema()).startsWith("{\"type\":\"record\",\"name\":\"Paid\"");
        assertThat(plan.messages().get(1).schema()).isNull();
    }

    @Test
    void aPayloadMayBeOne() throws IOException {
        GenerationPlan plan = plan("org.shop.Plain=com.acme.Plainly");

        assertThat(plan.messages().get(1).payload()).hasToString("com.acme.Plainly");
        assertThat(plan.messages().get(1).schema()).contains("\"name\":\"Plain\"");
        assertThat(plan.codecs())
                .hasSize(2)
                .noneMatch(codec -> codec.record().packageName().equals("com.acme"));
    }

    @Test
    void whatAClassIsMadeOfExistsTooAndThatIsSaid() throws IOException {
        GenerationPlan plan = plan("org.shared.Money");

        assertThat(plan.existing().classNames())
                .containsExactlyInAnyOrder("org.shared.Money", "org.shared.Currency", "org.shared.Seal");
        assertThat(plan.diagnostics()).hasSize(2).allSatisfy(found -> {
            assertThat(found.code()).isEqualTo("codegen-existing-record-implied");
            assertThat(found.severity()).isEqualTo(Severity.INFO);
            assertThat(found.message()).contains("'org.shared.Money' is made of it");
        });
    }

    @Test
    void aNameThatFitsNothingIsMisspelled() throws IOException {
        GenerationPlan plan = plan("org.shop.Plain", "org.shpo.*", "org.shop.Paid.*");

        assertThat(plan.valid()).isTrue();
        assertThat(plan.diagnostics())
                .extracting(Diagnostic::code, Diagnostic::message)
                .containsExactly(unused("org.shop.Paid.*"), unused("org.shpo.*"));
    }

    private static org.assertj.core.groups.Tuple unused(String pattern) {
        return org.assertj.core.api.Assertions.tuple(
                "codegen-existing-record-unused",
                "No Avro type of the document is called '" + pattern
                        + "', for which there is a class already, as the build says");
    }

    @Test
    void oneClassCannotStandForTwo() throws IOException {
        GenerationPlan plan = plan("org.shop.Plain=com.acme.X", "org.shop.Paid=com.acme.X", "org.shared.*");

        assertThat(plan.valid()).isFalse();
        assertThat(plan.diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo("codegen-existing-record-taken");
            assertThat(found.message()).contains("'com.acme.X' cannot stand for Avro type 'org.shop.Plain'");
        });
    }

    @Test
    void theyStandWhereTheyWouldBeGenerated() throws IOException {
        GenerationPlan plan = plan(
                RecordSettings.DEFAULT.withPackages(Map.of("org.shared", "com.acme.shared")),
                "org.shared.**",
                "**.Seal=S");

        assertThat(plan.existing().classNames())
                .containsExactlyInAnyOrder("com.acme.shared.Money", "com.acme.shared.Currency", "com.acme.shared.Seal");
    }

    @Test
    void whoNamesAClassKnowsMoreThanWhoNamesAPattern() throws IOException {
        GenerationPlan plan = plan("org.shared.*", "org.shared.Seal=com.acme.Stamp");

        assertThat(plan.existing().classNames())
                .containsExactlyInAnyOrder("org.shared.Money", "org.shared.Currency", "com.acme.Stamp");
    }

    @Test
    void patternsAreNamesWithStars() {
        assertThat(ExistingRecord.parse(" org.shop.Paid = com.acme.Paid "))
                .contains(new ExistingRecord("org.shop.Paid", "com.acme.Paid"));
        assertThat(List.of("", "a..b", "a-b", "org.*=com.acme.X", "a=b c", "a=", "=a", "a=b=c"))
                .allSatisfy(wrong -> assertThat(ExistingRecord.parse(wrong)).isEmpty());
        assertThat(matching("org.shop.*")).containsExactly("org.shop.A");
        assertThat(matching("org.**")).containsExactly("org.shop.A", "org.shop.b.A");
        assertThat(matching("**.A")).containsExactly("org.shop.A", "org.shop.b.A");
        assertThat(matching("*")).containsExactly("A");
        assertThat(matching("**")).containsExactly("A", "org.shop.A", "org.shop.b.A");
        assertThat(matching("org.s*p.A")).containsExactly("org.shop.A");
    }

    private static List<String> matching(String pattern) {
        ExistingRecord existing = ExistingRecord.parse(pattern).orElseThrow();
        return List.of("A", "org.shop.A", "org.shop.b.A").stream()
                .filter(existing::matches)
                .toList();
    }

    private GenerationPlan plan(String... existing) throws IOException {
        return plan(RecordSettings.DEFAULT, existing);
    }

    private GenerationPlan plan(RecordSettings settings, String... existing) throws IOException {
        Path file = Files.writeString(folder.resolve("asyncapi.yaml"), DOCUMENT);
        List<ExistingRecord> named = Arrays.stream(existing)
                .flatMap(text -> ExistingRecord.parse(text).stream())
                .toList();
        return Planner.plan(
                AsyncApi.read(file).document().orElseThrow(),
                new PlanSettings("org.gen", Role.APPLICATION, null, settings.withExisting(named)));
    }
}
