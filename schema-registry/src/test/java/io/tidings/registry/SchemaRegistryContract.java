package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every registry does, in memory or not. */
abstract class SchemaRegistryContract {

    private SchemaRegistry registry;
    /** Registries are shared between tests: each test has names of its own. */
    private String subject;

    private String record;

    abstract SchemaRegistry open();

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

        assertThat(registry.latest(subject)).contains(new RegisteredSchema(subject, id, 2, second));
    }

    @Test
    void hasNoLatestVersionOfAnUnknownSubject() {
        assertThat(registry.latest(subject)).isEmpty();
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

    private Schema order(String fields) {
        return new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"" + record + "\",\"namespace\":\"shop\",\"fields\":[" + fields
                        + "]}");
    }
}
