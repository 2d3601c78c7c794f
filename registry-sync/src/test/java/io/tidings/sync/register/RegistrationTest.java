package io.tidings.sync.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.registry.CompatibilityLevel;
import io.tidings.registry.InMemorySchemaRegistry;
import io.tidings.registry.RegistryException;
import io.tidings.registry.SchemaRegistry;
import io.tidings.sync.Documents;
import io.tidings.sync.plan.PlanSettings;
import io.tidings.sync.plan.RegistrationPlan;
import io.tidings.sync.plan.SubjectStrategy;
import io.tidings.sync.register.Outcome.State;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegistrationTest extends RegistrationContract {
    private static final String TWO = """
            asyncapi: 3.0.0
            info: { title: Two, version: 1.0.0 }
            channels:
              orders:
                address: orders
                messages:
                  A: { payload: { schemaFormat: application/vnd.apache.avro;version=1.12.0, schema:
                    { type: record, name: A, namespace: org.two, fields: [] } } }
                  B: { payload: { schemaFormat: application/vnd.apache.avro;version=1.12.0, schema:
                    { type: record, name: B, namespace: org.two, fields: [] } } }
                  C: { payload: { schemaFormat: application/vnd.apache.avro;version=1.12.0, schema:
                    { type: record, name: C, namespace: org.two, fields: [] } } }
            operations:
              send: { action: send, channel: { $ref: '#/channels/orders' } }
            """;

    @Override
    SchemaRegistry open() {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        registry.allow(CompatibilityLevel.BACKWARD);
        return registry;
    }

    @Test
    void aRegistryThatGoesAwayMidwayLeavesWhatWasDone() {
        InMemorySchemaRegistry memory = new InMemorySchemaRegistry();
        RegistrationPlan plan = plan(PlanSettings.DEFAULT);

        RegistrationResult first = new Registration(failingAfter(1, memory), false).run(plan);
        assertThat(first.outcomes())
                .extracting(Outcome::state)
                .containsExactly(State.REGISTERED, State.HELD_BACK, State.HELD_BACK);
        assertThat(first.holds()).isFalse();
        assertThat(first.failure()).isEqualTo("gone");
        assertThat(RegistrationReport.summary(first))
                .isEqualTo("FAIL: 1 registered, 2 not registered; the registry stopped answering: gone."
                        + " Register again: what is there stays as it is");

        RegistrationResult again = new Registration(memory, false).run(plan);
        assertThat(again.outcomes())
                .extracting(Outcome::state)
                .containsExactly(State.THERE, State.REGISTERED, State.REGISTERED);
    }

    @Test
    void aRegistryThatCannotBeAskedIsAnException() {
        SchemaRegistry nobody = SchemaRegistry.connect(
                Map.of("schema.registry.url", "http://127.0.0.1:1", "schema.registry.request.timeout.ms", "300"));

        assertThatThrownBy(() -> new Registration(nobody, false).run(plan(PlanSettings.DEFAULT)))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("127.0.0.1:1");
    }

    /** A subject that would get two schemas is told without asking anybody. */
    @Test
    void anUnsoundPlanIsNotTried() {
        RegistrationPlan unsound = plan(PlanSettings.DEFAULT.withPayloads(SubjectStrategy.TOPIC));
        RegistrationResult result = new Registration(failingAfter(0, null), false).run(unsound);

        assertThat(result.holds()).isFalse();
        assertThat(result.outcomes()).extracting(Outcome::state).containsOnly(State.HELD_BACK);
        assertThat(result.remarks())
                .extracting(remark -> remark.diagnostic().code())
                .containsExactly("register-subject-conflict", "register-subject-conflict");
    }

    private RegistrationPlan plan(PlanSettings settings) {
        return RegistrationPlan.of(List.of(new Documents(folder).write("two.yaml", TWO)), settings);
    }

    /** A registry that takes so many schemas and then fails; without one behind it, every call fails. */
    private static SchemaRegistry failingAfter(int taken, @Nullable SchemaRegistry behind) {
        AtomicInteger left = new AtomicInteger(taken);
        return (SchemaRegistry) Proxy.newProxyInstance(
                SchemaRegistry.class.getClassLoader(), new Class<?>[] {SchemaRegistry.class}, (proxy, method, args) -> {
                    boolean writes = method.getName().equals("register");
                    if (behind == null || (writes && left.getAndDecrement() <= 0)) {
                        throw new RegistryException("gone", true, 0);
                    }
                    try {
                        return method.invoke(behind, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
