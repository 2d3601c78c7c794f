package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every registry does, in memory or not. */
abstract class SchemaRegistryContract {

    private static final String STRING_ID = "{\"name\":\"id\",\"type\":\"string\"}";

    private SchemaRegistry registry;
    /** Registries are shared between tests: each test has names of its own. */
    private String subject;

    private String record;

    abstract SchemaRegistry open();

    /** From now on, what the subject allows. */
    abstract void demand(String subject, CompatibilityLevel level) throws Exception;

    @BeforeEach
    void connect() {
        registry = open();
        subject = "orders-" + UUID.randomUUID() + "-value";
        record = "Order" + UUID.randomUUID().toString().replace("-", "");
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void registersASchemaOnce() {
        int id = registry.register(subject, order("{\"name\":\"id\",\"type\":\"string\"}"));

        assertThat(registry.register(subject, order("{\"name\":\"id\",\"type\":\"string\"}")))
                .isEqualTo(id);
        assertThat(registry.idOf(subject, order("{\"name\":\"id\",\"type\":\"string\"}")))
                .isEqualTo(id);
    }

    @Test
    void givesASchemaTheSameIdUnderEverySubject() {
        Schema schema = order("{\"name\":\"id\",\"type\":\"string\"}");

        assertThat(registry.register(subject, schema)).isEqualTo(registry.register("other-" + subject, schema));
    }

    @Test
    void findsASchemaByItsIdAsItWasWritten() {
        Schema schema = order("{\"name\":\"total\",\"doc\":\"in cents\",\"type\":[\"null\",{\"type\":\"bytes\","
                + "\"logicalType\":\"decimal\",\"precision\":9,\"scale\":2}],\"default\":null,\"aliases\":[\"sum\"]}");

        Schema found = registry.schemaById(registry.register(subject, schema));

        assertThat(found).hasToString(schema.toString());
    }

    @Test
    void countsVersionsWithinASubject() {
        Schema first = order("{\"name\":\"id\",\"type\":\"string\"}");
        Schema second =
                order("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"note\",\"type\":\"string\",\"default\":\"\"}");
        registry.register(subject, first);
        int id = registry.register(subject, second);

        RegisteredSchema latest = registry.latest(subject).orElseThrow();
        assertThat(latest.id()).isEqualTo(id);
        assertThat(latest.version()).isEqualTo(2);
        assertThat(latest.subject()).isEqualTo(subject);
        assertThat(latest.schema()).hasToString(second.toString());
        assertThat(registry.versions(subject)).containsExactly(1, 2);
        assertThat(registry.version(subject, 1).orElseThrow().schema()).hasToString(first.toString());
        assertThat(registry.registered(subject, SchemaDefinition.of(second))
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void hasNothingOfAnUnknownSubject() {
        SchemaDefinition schema = SchemaDefinition.of(order(STRING_ID));

        assertThat(registry.latest(subject)).isEmpty();
        assertThat(registry.version(subject, 1)).isEmpty();
        assertThat(registry.versions(subject)).isEmpty();
        assertThat(registry.subjects(subject)).isEmpty();
        assertThat(registry.registered(subject, schema)).isEmpty();
        assertThat(registry.compatibility(subject, schema)).isEqualTo(new Compatibility(true, List.of()));
    }

    @Test
    void hasNoVersionThatIsNotThere() {
        registry.register(subject, order(STRING_ID));

        assertThat(registry.version(subject, 2)).isEmpty();
        assertThat(registry.version(subject, 0)).isEmpty();
        assertThat(registry.version(subject, -1)).isEmpty();
        assertThat(registry.registered(subject, SchemaDefinition.of(order("{\"name\":\"n\",\"type\":\"long\"}"))))
                .isEmpty();
    }

    @Test
    void listsSubjects() {
        registry.register("b" + subject, order(STRING_ID));
        registry.register("b" + subject + "2", order(STRING_ID));
        registry.register("a" + subject, order(STRING_ID));

        assertThat(registry.subjects("b" + subject)).containsExactly("b" + subject, "b" + subject + "2");
        assertThat(registry.subjects("")).contains("a" + subject, "b" + subject);
    }

    @Test
    void followsReferencesIntoOtherSubjects() {
        Schema customer = named("Customer", "{\"name\":\"id\",\"type\":\"string\"}");
        registry.register("customer-" + subject, customer);
        SchemaReference reference = new SchemaReference(customer.getFullName(), "customer-" + subject, 1);
        String text = "{\"type\":\"record\",\"name\":\"" + record
                + "\",\"namespace\":\"shop\",\"fields\":[{\"name\":\"by\",\"type\":\"" + customer.getFullName()
                + "\"}]}";
        SchemaDefinition order = SchemaDefinition.parse(text, Map.of(reference, SchemaDefinition.of(customer)));
        int id = registry.register(subject, order, false).id();
        SchemaDefinition list = SchemaDefinition.referring(
                Schema.createArray(order.schema()),
                Map.of(new SchemaReference(order.schema().getFullName(), subject, 1), order.schema()));
        int listId = registry.register("list-" + subject, list, false).id();

        try (SchemaRegistry reader = open()) {
            assertThat(reader.definitionById(id).references()).containsExactly(reference);
            assertThat(reader.schemaById(id)).hasToString(order.schema().toString());
            assertThat(reader.schemaById(listId)).hasToString(list.schema().toString());
            assertThat(reader.latest("list-" + subject).orElseThrow().schema())
                    .hasToString(list.schema().toString());
        }
        assertThat(registry.find(subject, order, false).id()).isEqualTo(id);
        assertThat(registry.registered(subject, order).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void refusesReferencesToNothing() {
        Schema customer = named("Customer", STRING_ID);
        SchemaReference reference = new SchemaReference(customer.getFullName(), "customer-" + subject, 1);
        SchemaDefinition list = SchemaDefinition.referring(Schema.createArray(customer), Map.of(reference, customer));

        RegistryException failure =
                catchThrowableOfType(RegistryException.class, () -> registry.register(subject, list, false));

        assertThat(failure).isInstanceOf(InvalidSchemaException.class);
    }

    @Test
    void saysThatAnIdIsUnknown() {
        RegistryException failure =
                catchThrowableOfType(RegistryException.class, () -> registry.schemaById(2_000_000_000));

        assertThat(failure.status()).isEqualTo(404);
        assertThat(failure.retryable()).isFalse();
    }

    @Test
    void doesNotRememberThatSomethingWasUnknown() {
        Schema schema = order("{\"name\":\"id\",\"type\":\"string\"}");
        assertThatThrownBy(() -> registry.idOf(subject, schema)).isInstanceOf(RegistryException.class);

        int id = registry.register(subject, schema);

        assertThat(registry.idOf(subject, schema)).isEqualTo(id);
    }

    @Test
    void saysThatASchemaIsNotRegistered() {
        registry.register(subject, order("{\"name\":\"id\",\"type\":\"string\"}"));

        RegistryException failure = catchThrowableOfType(
                RegistryException.class, () -> registry.idOf(subject, order("{\"name\":\"id\",\"type\":\"long\"}")));

        assertThat(failure.status()).isEqualTo(404);
        assertThat(failure.retryable()).isFalse();
    }

    @Test
    void takesSubjectsWithWhateverATopicOrRecordIsCalled() {
        Schema schema = order("{\"name\":\"id\",\"type\":\"string\"}");
        for (String odd : new String[] {"a b", "a+b", "a/b", "a%2Fb", "ä?b=c", "a:.b_c"}) {
            int id = registry.register(odd + subject, schema);

            assertThat(registry.idOf(odd + subject, schema)).as(odd).isEqualTo(id);
            assertThat(registry.latest(odd + subject)).as(odd).isPresent();
        }
    }

    @Test
    void takesSchemasThatAreNoRecords() {
        Schema text = Schema.create(Schema.Type.STRING);

        assertThat(registry.schemaById(registry.register(subject, text))).isEqualTo(text);
    }

    @Test
    void refusesWhatTheLevelDoesNotAllow() throws Exception {
        registry.register(subject, order(STRING_ID));
        demand(subject, CompatibilityLevel.BACKWARD);
        Schema demanding = order(STRING_ID + ",{\"name\":\"note\",\"type\":\"string\"}");
        Schema lenient = order(STRING_ID + ",{\"name\":\"note\",\"type\":\"string\",\"default\":\"\"}");

        Compatibility verdict = registry.compatibility(subject, SchemaDefinition.of(demanding));
        IncompatibleSchemaException refusal =
                catchThrowableOfType(IncompatibleSchemaException.class, () -> registry.register(subject, demanding));

        assertThat(verdict.compatible()).isFalse();
        // Apicurio gives none here, only when it refuses.
        assertThat(verdict.reasons()).noneMatch(String::isBlank);
        assertThat(refusal.reasons()).isNotEmpty().noneMatch(String::isBlank);
        assertThat(refusal.subject()).isEqualTo(subject);
        assertThat(refusal.retryable()).isFalse();
        assertThat(registry.compatibility(subject, SchemaDefinition.of(lenient)).compatible())
                .isTrue();
        registry.register(subject, lenient);
        assertThat(registry.versions(subject)).containsExactly(1, 2);
    }

    private Schema named(String name, String fields) {
        return new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"" + name + record + "\",\"namespace\":\"shop\",\"fields\":["
                        + fields + "]}");
    }

    private Schema order(String fields) {
        return new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"" + record + "\",\"namespace\":\"shop\",\"fields\":[" + fields
                        + "]}");
    }
}
