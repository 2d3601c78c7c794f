package io.tidings.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.EncodedMessage;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.api.Test;

class TopicRulesTest {

    private static final EncodedMessage UNKEYED = new EncodedMessage("id", "orders", null, new byte[1000], List.of());
    private static final EncodedMessage KEYED =
            new EncodedMessage("id", "orders", new byte[10], new byte[1000], List.of());

    @Test
    void aCompactedTopicWantsKeys() {
        TopicRules rules = rules(Map.of("cleanup.policy", "compact,delete"));

        assertThat(rules.objection(UNKEYED, false)).contains("no key");
        assertThat(rules.objection(KEYED, false)).isNull();
        assertThat(rules(Map.of("cleanup.policy", "delete")).objection(UNKEYED, false))
                .isNull();
    }

    @Test
    void aMessageMayBeJustAsLargeAsTheTopicAllows() {
        long size = Records.batchSize(KEYED);

        assertThat(rules(Map.of("max.message.bytes", Long.toString(size))).objection(KEYED, false))
                .isNull();
        assertThat(rules(Map.of("max.message.bytes", Long.toString(size - 1))).objection(KEYED, false))
                .contains("max.message.bytes");
    }

    @Test
    void whatCompressionMakesOfItNobodyKnows() {
        assertThat(rules(Map.of("max.message.bytes", "10")).objection(KEYED, true))
                .isNull();
    }

    @Test
    void whatIsNotKnownForbidsNothing() {
        assertThat(rules(Map.of()).objection(UNKEYED, false)).isNull();
        assertThat(TopicRules.unknown(3).objection(UNKEYED, false)).isNull();
    }

    private static TopicRules rules(Map<String, String> config) {
        return TopicRules.of(
                1,
                new Config(config.entrySet().stream()
                        .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
                        .toList()));
    }
}
