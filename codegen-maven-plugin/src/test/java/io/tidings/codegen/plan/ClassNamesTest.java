package io.tidings.codegen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassNamesTest {

    @TempDir
    Path folder;

    @Test
    void classesMayStandElsewhereAndSayWhatTheyAreCalledOnTheWire() throws IOException {
        RecordSettings moved =
                RecordSettings.DEFAULT.withPackages(Map.of("org", "far", "org.x", "com.acme.v1", "org.xy", "nowhere"));
        GenerationPlan plan = plan(moved, "org.x.A", "org.x.sub.B", "org.z.C");

        assertThat(names(plan)).containsExactly("com.acme.v1.A", "com.acme.v1.sub.B", "far.z.C");
        Schema schema = plan.avroTypes().get(0);
        assertThat(schema.getProp("tidings.wire.name")).isEqualTo("org.x.A");
        assertThat(schema.getAliases()).containsExactly("org.x.A");
        assertThat(plan.messages().get(0).payload()).hasToString("com.acme.v1.A");
        assertThat(plan.codecs().get(0).name()).hasToString("com.acme.v1.ACodec");
        assertThat(plan.diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo("codegen-record-package-unused");
            assertThat(found.message()).contains("'org.xy'");
        });
    }

    @Test
    void whatHasNoNamespaceStandsAmongTheClients() throws IOException {
        GenerationPlan plan = plan(RecordSettings.DEFAULT, "A", "org.x.B");

        assertThat(names(plan)).containsExactly("org.gen.A", "org.x.B");
        assertThat(plan.valid()).isTrue();
        assertThat(plan.diagnostics()).extracting(Diagnostic::code).containsExactly("codegen-avro-namespace-missing");
    }

    @Test
    void whatIsTooLongForAFileEndsWithADigest() throws IOException {
        String name = "LongName".repeat(40);
        GenerationPlan plan = plan(RecordSettings.DEFAULT, "org.x." + name, "org.x." + name + "2");

        assertThat(names(plan)).allMatch(className -> className.matches("org[.]x[.]LongName.{133}_[0-9a-f]{8}"));
        assertThat(names(plan)).doesNotHaveDuplicates();
        assertThat(plan.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("codegen-avro-name-changed", "codegen-avro-name-changed");
    }

    @Test
    void wordsThatJavaTookLaterAreChanged() throws IOException {
        GenerationPlan plan =
                plan(RecordSettings.DEFAULT, "org.x.sealed", "org.x.permits", "org.x.record", "org.x.when");

        assertThat(names(plan)).containsExactly("org.x.sealed2", "org.x.permits2", "org.x.record", "org.x.when");
    }

    @Test
    void aClassHidesNoPackage() throws IOException {
        GenerationPlan plan = plan(RecordSettings.DEFAULT, "com.x.java", "com.x.org", "com.x.com", "com.x.net");

        assertThat(names(plan)).containsExactly("com.x.java2", "com.x.org2", "com.x.com2", "com.x.net");
    }

    @Test
    void namesThatJavaOrFileSystemsCannotHaveAreChanged() throws IOException {
        GenerationPlan plan =
                plan(RecordSettings.DEFAULT, "org.x.Abc", "org.x.ABC", "org.x.Builder", "org.x.a1", "org.x.a1.B");

        assertThat(names(plan))
                .containsExactly("org.x.Abc", "org.x.ABC2", "org.x.Builder2", "org.x.a1_2", "org.x.a1.B");
        assertThat(plan.valid()).isTrue();
        assertThat(plan.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "In Java, Avro type 'org.x.ABC' is called 'ABC2': 'org.x.Abc' has a class of that name already,"
                                + " but for upper and lower case",
                        "In Java, Avro type 'org.x.Builder' is called 'Builder2': each record class has a class 'Builder'"
                                + " within",
                        "In Java, Avro type 'org.x.a1' is called 'a1_2': there is a package of that name");
    }

    private static List<String> names(GenerationPlan plan) {
        return plan.avroTypes().stream().map(Schema::getFullName).toList();
    }

    private GenerationPlan plan(RecordSettings settings, String... names) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "asyncapi: 3.0.0",
                "info: { title: Names, version: 1.0.0 }",
                "operations: { tell: { action: send, channel: { $ref: '#/channels/all' } } }",
                "channels:",
                "  all:",
                "    address: all",
                "    messages:"));
        for (int i = 0; i < names.length; i++) {
            lines.add("      m" + i + ":");
            lines.add("        payload:");
            lines.add("          schemaFormat: application/vnd.apache.avro;version=1.12.0");
            lines.add(
                    "          schema: { type: record, name: " + names[i] + ", fields: [{ name: id, type: string }] }");
        }
        Path file = Files.write(folder.resolve("asyncapi.yaml"), lines);
        return Planner.plan(
                AsyncApi.read(file).document().orElseThrow(),
                new PlanSettings("org.gen", Role.APPLICATION, null, settings));
    }
}
