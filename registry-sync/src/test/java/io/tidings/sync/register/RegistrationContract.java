package io.tidings.sync.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.registry.SchemaReference;
import io.tidings.registry.SchemaRegistry;
import io.tidings.sync.Documents;
import io.tidings.sync.plan.PlanSettings;
import io.tidings.sync.plan.RegistrationPlan;
import io.tidings.sync.plan.SubjectStrategy;
import io.tidings.sync.register.Outcome.State;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of registering, whatever the registry; the registry's subjects are BACKWARD compatible. */
abstract class RegistrationContract {
    private static final String PLACED =
            "{ type: record, name: OrderPlaced, namespace: %s, fields: [{ name: id, type: string }%s] }";

    @TempDir
    Path folder;

    private final SchemaRegistry registry = open();

    /** Tests share a registry: each has its names. */
    private final String namespace = "org.t" + Long.toHexString(System.nanoTime());

    /** A registry whose subjects are BACKWARD compatible. */
    abstract SchemaRegistry open();

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void aDryRunWritesNothing() {
        RegistrationResult result = registration().dryRun(plan(placed("")));

        assertThat(states(result)).containsExactly(State.WOULD_REGISTER);
        assertThat(result.holds()).isTrue();
        assertThat(registry.versions(subject())).isEmpty();
    }

    @Test
    void whatIsRegisteredIsThereAfterwards() {
        RegistrationResult first = registration().run(plan(placed("")));
        RegistrationResult again = registration().run(plan(placed("")));

        assertThat(states(first)).containsExactly(State.REGISTERED);
        assertThat(states(again)).containsExactly(State.THERE);
        Outcome outcome = again.outcomes().get(0);
        assertThat(outcome.version()).isEqualTo(1);
        assertThat(outcome.id()).isEqualTo(first.outcomes().get(0).id());
        assertThat(registry.latest(subject()).orElseThrow().id()).isEqualTo(outcome.id());
    }

    /** What a serializer looks for that registers nothing by itself. */
    @Test
    void clientsFindTheId() {
        AsyncApiDocument document = placed("");
        Integer id = registration().run(plan(document)).outcomes().get(0).id();

        Schema compiledIn = new Schema.Parser()
                .parse(PLACED.formatted(namespace, "").replaceAll("([A-Za-z][A-Za-z0-9.]*)", "\"$1\""));
        assertThat(registry.idOf(subject(), compiledIn)).isEqualTo(id);
    }

    @Test
    void aCompatibleChangeBecomesTheNextVersion() {
        registration().run(plan(placed("")));
        RegistrationResult result = registration().run(plan(placed(", { name: note, type: string, default: '' }")));

        assertThat(states(result)).containsExactly(State.REGISTERED);
        assertThat(result.outcomes().get(0).version()).isEqualTo(2);
    }

    @Test
    void whereOneIsIncompatibleNoneIsWritten() {
        registration().run(plan(placed("")));
        AsyncApiDocument changed = new Documents(folder).write("changed.yaml", """
                asyncapi: 3.0.0
                info: { title: Orders, version: 2.0.0 }
                channels:
                  orders:
                    address: orders
                    messages:
                      New:
                        payload:
                          schemaFormat: application/vnd.apache.avro;version=1.12.0
                          schema: { type: record, name: New, namespace: %1$s, fields: [] }
                      OrderPlaced:
                        payload:
                          schemaFormat: application/vnd.apache.avro;version=1.12.0
                          schema:
                            type: record
                            name: OrderPlaced
                            namespace: %1$s
                            fields: [{ name: id, type: string }, { name: total, type: long }]
                operations:
                  placeOrder: { action: send, channel: { $ref: '#/channels/orders' } }
                """.formatted(namespace));
        RegistrationResult result = registration().run(plan(changed));

        assertThat(states(result)).containsExactly(State.HELD_BACK, State.REFUSED);
        assertThat(result.holds()).isFalse();
        assertThat(result.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.diagnostic().code()).isEqualTo("register-incompatible");
            assertThat(remark.diagnostic().location().line()).isEqualTo(15);
            assertThat(remark.diagnostic().message()).contains("OrderPlaced").contains("total");
        });
        assertThat(registry.versions("orders-" + namespace + ".New")).isEmpty();
        assertThat(registry.versions(subject())).containsExactly(1);
    }

    @Test
    void sharedTypesBecomeSubjectsThatOthersReferTo() {
        PlanSettings settings = PlanSettings.DEFAULT.withReferences(true);
        RegistrationPlan plan = RegistrationPlan.of(List.of(shared("")), settings);

        assertThat(states(registration().dryRun(plan))).containsOnly(State.WOULD_REGISTER);
        RegistrationResult first = registration().run(plan);
        RegistrationResult again = registration().run(plan);

        assertThat(first.outcomes())
                .extracting(outcome -> outcome.planned().subject())
                .containsExactly(
                        namespace + ".Country",
                        namespace + ".Address",
                        "orders-" + namespace + ".Placed",
                        "orders-" + namespace + ".Moved");
        assertThat(states(first)).containsOnly(State.REGISTERED);
        assertThat(states(again)).containsOnly(State.THERE);
        assertThat(registry.latest("orders-" + namespace + ".Placed").orElseThrow())
                .satisfies(placed -> {
                    assertThat(placed.definition().references())
                            .containsExactly(new SchemaReference(namespace + ".Address", namespace + ".Address", 1));
                    assertThat(placed.definition().text()).doesNotContain("street");
                    assertThat(placed.schema().getField("to").schema().getField("street"))
                            .isNotNull();
                });
    }

    @Test
    void aChangeOfASharedTypeMovesThoseThatReferToIt() {
        PlanSettings settings = PlanSettings.DEFAULT.withReferences(true);
        registration().run(RegistrationPlan.of(List.of(shared("")), settings));

        RegistrationResult more = registration()
                .run(RegistrationPlan.of(List.of(shared(", { name: city, type: string, default: '' }")), settings));
        assertThat(states(more)).containsExactly(State.THERE, State.REGISTERED, State.REGISTERED, State.REGISTERED);
        assertThat(more.outcomes().get(2).version()).isEqualTo(2);

        RegistrationResult breaking =
                registration().run(RegistrationPlan.of(List.of(shared(", { name: house, type: int }")), settings));
        assertThat(breaking.holds()).isFalse();
        assertThat(breaking.count(State.REGISTERED)).isZero();
        assertThat(breaking.remarks())
                .extracting(remark -> remark.diagnostic().code())
                .contains("register-incompatible");
        assertThat(registry.versions(namespace + ".Address")).containsExactly(1, 2);
    }

    @Test
    void aCircleOfTypesIsReferredToAsOne() {
        AsyncApiDocument document = document("""
                  Planted: %2$s{ type: record, name: Planted, namespace: %1$s, fields: [{ name: tree, type:
                    { type: record, name: Tree, fields: [{ name: branches, type: { type: array, items:
                    { type: record, name: Branch, fields: [{ name: grown, type: ['null', Tree] }] } } }] } }] } } }
                  Felled: %2$s{ type: record, name: Felled, namespace: %1$s, fields: [{ name: tree, type: Tree }] } } }
                """);
        RegistrationPlan plan = RegistrationPlan.of(List.of(document), PlanSettings.DEFAULT.withReferences(true));
        RegistrationResult result = registration().run(plan);

        assertThat(states(result)).containsOnly(State.REGISTERED).hasSize(3);
        Schema felled =
                registry.latest("orders-" + namespace + ".Felled").orElseThrow().schema();
        assertThat(felled.getField("tree").schema().getField("branches")).isNotNull();
    }

    @Test
    void theNormalFormIsFoundToo() {
        Registration normalizing = new Registration(registry, true);
        assertThat(states(normalizing.run(plan(placed(""))))).containsExactly(State.REGISTERED);
        RegistrationResult again = normalizing.run(plan(placed("")));

        assertThat(states(again)).containsExactly(State.THERE);
        assertThat(again.outcomes().get(0).version()).isEqualTo(1);
    }

    @Test
    void primitivePayloadsAreRegisteredByTopic() {
        String topic = namespace + ".numbers";
        AsyncApiDocument document = new Documents(folder).write("numbers.yaml", """
                asyncapi: 3.0.0
                info: { title: Numbers, version: 1.0.0 }
                channels:
                  numbers:
                    address: %s
                    messages:
                      Number: { payload: { schemaFormat: application/vnd.apache.avro;version=1.12.0, schema: long } }
                operations:
                  count: { action: send, channel: { $ref: '#/channels/numbers' } }
                """.formatted(topic));
        RegistrationPlan plan =
                RegistrationPlan.of(List.of(document), PlanSettings.DEFAULT.withPayloads(SubjectStrategy.TOPIC));

        assertThat(states(registration().run(plan))).containsExactly(State.REGISTERED);
        assertThat(registry.latest(topic + "-value").orElseThrow().schema()).isEqualTo(Schema.create(Schema.Type.LONG));
    }

    final Registration registration() {
        return new Registration(registry, false);
    }

    private AsyncApiDocument placed(String further) {
        return new Documents(folder).sending(PLACED.formatted(namespace, further));
    }

    private AsyncApiDocument shared(String further) {
        return document("""
                  Placed: %%2$s{ type: record, name: Placed, namespace: %%1$s, fields: [{ name: to, type:
                    { type: record, name: Address, fields: [{ name: street, type: string }, { name: country, type:
                    { type: enum, name: Country, symbols: [DE] } }%s] } }] } } }
                  Moved: %%2$s{ type: record, name: Moved, namespace: %%1$s, fields: [{ name: to, type: Address },
                    { name: country, type: Country }] } } }
                """.formatted(further));
    }

    private AsyncApiDocument document(String messages) {
        String format = "{ payload: { schemaFormat: application/vnd.apache.avro;version=1.12.0, schema: ";
        return new Documents(folder).write("several.yaml", """
                asyncapi: 3.0.0
                info: { title: Several, version: 1.0.0 }
                channels:
                  orders:
                    address: orders
                    messages:
                %s
                operations:
                  send: { action: send, channel: { $ref: '#/channels/orders' } }
                """.formatted(
                        messages.formatted(namespace, format).indent(4)));
    }

    private static RegistrationPlan plan(AsyncApiDocument document) {
        return RegistrationPlan.of(List.of(document), PlanSettings.DEFAULT);
    }

    private String subject() {
        return "orders-" + namespace + ".OrderPlaced";
    }

    private static List<State> states(RegistrationResult result) {
        return result.outcomes().stream().map(Outcome::state).toList();
    }
}
