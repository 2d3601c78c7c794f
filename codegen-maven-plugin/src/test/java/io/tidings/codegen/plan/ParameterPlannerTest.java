package io.tidings.codegen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What channels with parameters and servers become. */
class ParameterPlannerTest {

    @TempDir
    private Path folder;

    @Test
    void parametersAreInTheOrderOfTheAddress() throws IOException {
        ParametersPlan plan = parameters("a.{second}.{first}", "first: {}, second: { default: x }");

        assertThat(plan.parameters()).extracting(ParametersPlan.Parameter::name).containsExactly("second", "first");
        assertThat(plan.parameters().get(0).defaultValue()).isEqualTo("x");
        assertThat(plan.type().simpleName()).isEqualTo("CParameters");
    }

    @Test
    void namesThatJavaOrTheRecordNeedsAreChanged() throws IOException {
        ParametersPlan plan =
                parameters("{class}.{address}.{string}", "class: {}, address: {}, string: { enum: [a-b, a_b, '1'] }");

        assertThat(plan.parameters())
                .extracting(ParametersPlan.Parameter::component)
                .containsExactly("class_", "address2", "string");
        assertThat(plan.parameters().get(2).enumeration()).isEqualTo("String2");
        assertThat(plan.parameters().get(2).values())
                .extracting(ParametersPlan.Value::constant)
                .containsExactly("A_B", "A_B2", "_1");
    }

    @Test
    void samplesCanBeReadBackFromTheAddress() throws IOException {
        ParametersPlan plan = parameters(
                "a-{one}-{two}.{class}.x",
                "one: { examples: ['not/legal', 'in-two', fine] }, two: { examples: ['x.y'] }, class: {}");

        assertThat(plan.parameters().stream().map(plan::sample)).containsExactly("fine", "two1", "class1");
    }

    @Test
    void whatNothingSeparatesIsLeftOut() throws IOException {
        GenerationPlan plan = plan("a.{b}{c}", "b: {}, c: {}", "");

        assertThat(plan.channels()).isEmpty();
        assertThat(plan.diagnostics())
                .extracting(Diagnostic::code)
                .contains("codegen-parameters-ambiguous", "codegen-operation-not-generated");
        assertThat(parameters("a.{b}{c}", "b: {}, c: { enum: [x, y] }").parameters())
                .hasSize(2);
    }

    @Test
    void aParameterWhoseValuesAreAllUnusableLeavesNothingToSend() throws IOException {
        GenerationPlan plan = plan("a.{b}", "b: { enum: ['x/y', 'ä'] }", "");

        assertThat(plan.channels()).isEmpty();
        assertThat(plan.diagnostics())
                .extracting(Diagnostic::code)
                .containsOnlyOnce("codegen-parameter-without-values")
                .doesNotContain("codegen-parameter-value-unusable");
        assertThat(parameters("a.{b}", "b: { enum: ['x/y', z] }")
                        .parameters()
                        .get(0)
                        .values())
                .extracting(ParametersPlan.Value::text)
                .containsExactly("z");
    }

    @Test
    void serversOfOtherProtocolsAreNone() throws IOException {
        assertThat(plan("a", "", "").servers()).isEmpty();
        assertThat(plan("a", "", "servers: { m: { host: 'x:1', protocol: mqtt } }")
                        .servers())
                .isEmpty();
        ServersPlan.Server server = plan("a", "", "servers: { k: { host: 'x, y:1', protocol: kafka } }")
                .servers()
                .orElseThrow()
                .servers()
                .get(0);
        assertThat(server.settings()).containsEntry("bootstrap.servers", "x:9092,y:1");
    }

    private ParametersPlan parameters(String address, String parameters) throws IOException {
        return Objects.requireNonNull(
                plan(address, parameters, "").channels().get(0).parameters());
    }

    private GenerationPlan plan(String address, String parameters, String more) throws IOException {
        Path file = Files.writeString(folder.resolve("asyncapi.yaml"), """
                asyncapi: 3.0.0
                info: { title: T, version: 1.0.0 }
                channels:
                  c:
                    address: '%s'
                    parameters: { %s }
                    messages:
                      m:
                        payload:
                          schemaFormat: application/vnd.apache.avro;version=1.12.0
                          schema: { type: record, name: M, namespace: org.x, fields: [] }
                operations:
                  o: { action: send, channel: { $ref: '#/channels/c' } }
                %s
                """.formatted(address, parameters, more));
        return Planner.plan(
                AsyncApi.read(file).document().orElseThrow(), new PlanSettings("gen", Role.APPLICATION, null));
    }
}
