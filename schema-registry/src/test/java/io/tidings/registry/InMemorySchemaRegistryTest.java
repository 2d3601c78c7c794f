package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InMemorySchemaRegistryTest extends SchemaRegistryContract {

    private static final Schema TEXT = Schema.create(Schema.Type.STRING);

    @Override
    SchemaRegistry open() {
        return SchemaRegistry.connect(Map.of("schema.registry.url", "mock://contract"));
    }

    @Override
    void demand(String subject, CompatibilityLevel level) {
        InMemorySchemaRegistry.shared("contract").allow(level);
    }

    @AfterEach
    void demandNothing() {
        InMemorySchemaRegistry.shared("contract").allow(CompatibilityLevel.NONE);
    }

    @Test
    void isSharedByItsName() {
        int id = SchemaRegistry.connect(Map.of("schema.registry.url", "mock://shared"))
                .register("text", TEXT);

        assertThat(InMemorySchemaRegistry.shared("shared").idOf("text", TEXT)).isEqualTo(id);
        assertThat(InMemorySchemaRegistry.shared("other").latest("text")).isEmpty();
    }

    @Test
    void isEmptyAfterItWasDropped() {
        InMemorySchemaRegistry.shared("dropped").register("text", TEXT);

        InMemorySchemaRegistry.drop("dropped");

        assertThat(InMemorySchemaRegistry.shared("dropped").latest("text")).isEmpty();
    }
}
