package io.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.serde.AvroKey;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class ReplicaDefinitionTest {

    private static final String PLAIN = """
            {"type":"record","name":"V","fields":[{"name":"a","type":"string"},{"name":"n","type":"long"}]}""";

    @Test
    void theStoreIsNamedAfterViewAndFingerprint() {
        ReplicaDefinition<String, Object> definition = of(PLAIN);

        assertThat(definition.fingerprint())
                .matches("[0-9a-f]{8}")
                .isEqualTo(of(PLAIN).fingerprint());
        assertThat(definition.storeName()).isEqualTo("View-" + definition.fingerprint());
    }

    @Test
    void whatChangesRowsChangesTheFingerprint() {
        assertThat(of(PLAIN.replace("\"a\"", "\"b\"")).fingerprint())
                .isNotEqualTo(of(PLAIN).fingerprint());
        assertThat(of(PLAIN.replace("\"string\"", "\"bytes\"")).fingerprint())
                .isNotEqualTo(of(PLAIN).fingerprint());
        assertThat(of(PLAIN.replace("\"long\"", "\"long\",\"default\":1")).fingerprint())
                .isNotEqualTo(of(PLAIN).fingerprint());
        assertThat(of(PLAIN.replace("\"long\"", "\"long\",\"aliases\":[\"m\"]")).fingerprint())
                .isNotEqualTo(of(PLAIN).fingerprint());
        assertThat(of(PLAIN.replace("\"long\"", "{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}"))
                        .fingerprint())
                .isNotEqualTo(of(PLAIN).fingerprint());
        assertThat(of(PLAIN, VersionSource.field("n")).fingerprint())
                .isNotEqualTo(of(PLAIN).fingerprint());
    }

    @Test
    void documentationChangesNoRows() {
        assertThat(of(PLAIN.replace("\"long\"", "\"long\",\"doc\":\"how many\""))
                        .fingerprint())
                .isEqualTo(of(PLAIN).fingerprint());
    }

    @Test
    void aRecursiveSchemaHasAFingerprint() {
        assertThat(of("""
                {"type":"record","name":"Node","fields":[{"name":"next","type":["null","Node"]}]}""").fingerprint()).hasSize(8);
    }

    @Test
    void whatCannotBeReplicatedIsRefused() {
        assertThatThrownBy(() -> of(PLAIN, VersionSource.field("nowhere")))
                .hasMessageContaining("View 'View' cannot be replicated")
                .hasMessageContaining("no field 'nowhere'");
        assertThatThrownBy(() -> of(PLAIN, VersionSource.field("a"))).hasMessageContaining("not a long or int");
        assertThatThrownBy(() -> of("\"string\"")).hasMessageContaining("not a record");
        MessageType<Object> type = new MessageType<>("V", Object.class, new Schema.Parser().parse(PLAIN));
        Channel<Void> keyless = new Channel<>("channel", "topic", KeyType.NONE);
        assertThatThrownBy(() -> ReplicaDefinition.of("View", keyless, type, VersionSource.header()))
                .hasMessageContaining("has no keys");
        Channel<String> framed = new Channel<>("channel", "topic", AvroKey.framed(KeyType.STRING));
        assertThatThrownBy(() -> ReplicaDefinition.of("View", framed, type, VersionSource.header()))
                .hasMessageContaining("bear their schema's id");
        Channel<String> keyed = new Channel<>("channel", "topic", KeyType.STRING);
        assertThatThrownBy(() -> ReplicaDefinition.of("a view", keyed, type, VersionSource.header()))
                .hasMessageContaining("'a view'");
    }

    private static ReplicaDefinition<String, Object> of(String schema) {
        return of(schema, VersionSource.header());
    }

    private static ReplicaDefinition<String, Object> of(String schema, VersionSource version) {
        MessageType<Object> type = new MessageType<>("V", Object.class, new Schema.Parser().parse(schema));
        return ReplicaDefinition.of("View", new Channel<>("channel", "topic", KeyType.STRING), type, version);
    }
}
