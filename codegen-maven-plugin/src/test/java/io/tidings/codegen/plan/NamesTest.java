package io.tidings.codegen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.codegen.plan.MessageChoice.Variant;
import io.tidings.codegen.plan.OperationPlan.AskMethods;
import io.tidings.codegen.plan.OperationPlan.Requestor;
import io.tidings.codegen.plan.OperationPlan.SendMethod;
import io.tidings.codegen.plan.OperationPlan.Subscriber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that would be one in Java are kept apart, and what is said of it. */
class NamesTest {

    private static final String LONG = "aVeryLongName".repeat(30);

    @TempDir
    Path folder;

    @Test
    void constantsOfMessagesDifferWhereTheirNamesDo() throws IOException {
        GenerationPlan plan = plan(Role.APPLICATION, "send", "a1", "A1", "a1 2");

        assertThat(plan.messages()).extracting(MessagePlan::codeName).containsExactly("A1", "A1_2", "A12", "Answer");
        assertThat(plan.messages())
                .extracting(message -> message.constant().name())
                .doesNotHaveDuplicates()
                .startsWith("A1", "A1_2");
        assertThat(codes(plan)).containsExactly("codegen-name-taken", "codegen-name-taken");
    }

    @Test
    void parametersOfMatchDifferFromEachOtherAndFromWhatElseItUses() throws IOException {
        GenerationPlan plan = plan(Role.APPLICATION, "receive", "v1", "V1", "v12", "variant", "unknown");

        assertThat(parameters(plan)).containsExactly("v1", "v12", "v12_2", "variant_2", "unknown2");
    }

    @Test
    void aKindMayBeCalledAsTheInterfaceOverAllOrAsItsTypeVariable() throws IOException {
        GenerationPlan plan = plan(Role.APPLICATION, "receive", "tellMessage", "TellMessageVariant", "r");

        MessageChoice choice =
                plan.operations(Subscriber.class).findFirst().orElseThrow().messages();
        assertThat(choice.variants())
                .extracting(Variant::typeName)
                .containsExactly("TellMessageVariant_2", "TellMessageVariant", "R");
        assertThat(choice.resultVariable()).isEqualTo("R_");
    }

    @Test
    void methodsOfTwoKindsAreNeverCalledTheSame() throws IOException {
        GenerationPlan plan = plan(Role.APPLICATION, "send", true, "quote", "quoteAndWait");

        assertThat(plan.operations(Requestor.class).flatMap(requestor -> requestor.methods().stream()))
                .extracting(AskMethods::request, AskMethods::requestAndWait)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("requestQuote", "requestQuoteAndWait"),
                        org.assertj.core.groups.Tuple.tuple("requestQuoteAndWait2", "requestQuoteAndWait2AndWait"));
        assertThat(codes(plan)).containsExactly("codegen-name-taken");
    }

    @Test
    void whatIsTooLongForAFileEndsWithADigest() throws IOException {
        GenerationPlan plan = plan(Role.APPLICATION, "send", LONG, LONG + "!", "b");

        List<String> names = plan.messages().stream().map(MessagePlan::codeName).toList();
        assertThat(names.get(0)).hasSize(100).matches("AVeryLongName.*_[0-9a-f]{8}");
        assertThat(names.get(1)).isEqualTo(names.get(0) + "2");
        assertThat(names.get(2)).isEqualTo("B");
        assertThat(plan.messages())
                .allSatisfy(message -> assertThat(message.constant().name()).hasSizeLessThan(110));
        assertThat(codes(plan)).contains("codegen-name-adapted", "codegen-name-taken");
        assertThat(plan(Role.APPLICATION, "send", "other", LONG).messages())
                .extracting(MessagePlan::codeName)
                .containsExactly("Other", names.get(0), "Answer");
    }

    @Test
    void tombstonesHaveAMethodOfTheirOwn() throws IOException {
        GenerationPlan plan = plan(Role.COUNTERPART, "receive", "tombstone", "other");

        assertThat(plan.operations(OperationPlan.Publisher.class).flatMap(publisher -> publisher.methods().stream()))
                .extracting(SendMethod::name)
                .containsExactly("publishTombstone2", "publishOther");
    }

    @Test
    void anApiIsCalledAsItSaysOrAsItsTitle() throws IOException {
        assertThat(plan(Role.APPLICATION, "send", "a").channelsType().simpleName())
                .isEqualTo("NamesChannels");
        assertThat(called("orderDesk").channelsType().simpleName()).isEqualTo("OrderDeskChannels");
        assertThat(called("orderDesk").operations(Subscriber.class).map(Subscriber::group))
                .as("a name for code moves no consumer to another group")
                .containsExactly("names");
        assertThat(called("' - '").channelsType().simpleName()).isEqualTo("NamesChannels");
    }

    private GenerationPlan called(String name) throws IOException {
        plan(Role.APPLICATION, "receive", "a");
        Path file = folder.resolve("asyncapi.yaml");
        Files.writeString(file, Files.readString(file) + "x-tidings: { name: " + name + " }\n");
        return Planner.plan(
                AsyncApi.read(file).document().orElseThrow(), new PlanSettings("org.gen", Role.APPLICATION, null));
    }

    private static List<String> parameters(GenerationPlan plan) {
        return plan.operations(Subscriber.class).findFirst().orElseThrow().messages().variants().stream()
                .map(Variant::parameterName)
                .toList();
    }

    private static List<String> codes(GenerationPlan plan) {
        return plan.diagnostics().stream().map(Diagnostic::code).toList();
    }

    private GenerationPlan plan(Role role, String action, String... messages) throws IOException {
        return plan(role, action, false, messages);
    }

    /** One operation {@code tell} with these messages, whose payloads are one record. */
    private GenerationPlan plan(Role role, String action, boolean asks, String... messages) throws IOException {
        Path file = folder.resolve("asyncapi.yaml");
        String kinds = Stream.of(messages)
                .map(name -> "      '" + name + "': { payload: *payload }\n")
                .collect(Collectors.joining());
        Files.writeString(
                file,
                """
                asyncapi: 3.0.0
                info: { title: Names, version: 1.0.0 }
                components:
                  messages:
                    any:
                      payload: &payload
                        schemaFormat: application/vnd.apache.avro;version=1.12.0
                        schema: { type: record, namespace: org.x, name: Any, fields: [{ name: f, type: int }] }
                operations:
                  tell:
                    action: ACTION
                    channel: { $ref: '#/channels/all' }REPLY
                channels:
                  all:
                    address: all
                    messages:
                """.replace("ACTION", action).replace(
                                "REPLY", asks ? "\n    reply: { channel: { $ref: '#/channels/answers' } }" : "")
                        + kinds
                        + """
                  answers:
                    address: answers
                    messages:
                      answer: { payload: *payload }
                """);
        var result = AsyncApi.read(file);
        assertThat(result.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
        return Planner.plan(result.document().orElseThrow(), new PlanSettings("org.gen", role, null));
    }
}
