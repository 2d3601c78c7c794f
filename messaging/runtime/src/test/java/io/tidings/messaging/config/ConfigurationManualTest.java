package io.tidings.messaging.config;

import io.tidings.messaging.GeneratedPart;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} says what the definitions say. */
class ConfigurationManualTest {

    @Test
    void theManualListsEverySettingOfOurs() throws IOException {
        StringBuilder table = new StringBuilder("| key | type | default | values | what |\n|---|---|---|---|---|\n");
        new TreeMap<>(TidingsConfig.DEFINITION.configKeys())
                .values()
                .forEach(key -> table.append(row(key)).append('\n'));
        GeneratedPart.check("configuration.md", "tidings", table.toString());
    }

    private static String row(ConfigDef.ConfigKey key) {
        Object value = key.defaultValue;
        String initial = value == null || value.toString().isEmpty() ? "" : "`" + value + "`";
        String values = key.validator == null ? "" : key.validator.toString();
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        key.name,
                        key.type.name().toLowerCase(Locale.ROOT),
                        initial,
                        values.replace("|", "\\|"),
                        key.documentation.replace("|", "\\|"));
    }

    @Test
    void theManualListsWhatIsPresetForKafka() throws IOException {
        StringBuilder table = new StringBuilder("| client | key | value | |\n|---|---|---|---|\n");
        rows(table, "producer", KafkaDefaults.PRODUCER, "can be changed");
        rows(table, "producer with transactions", KafkaDefaults.TRANSACTIONAL_PRODUCER, "can be changed");
        rows(table, "consumer", KafkaDefaults.CONSUMER, "can be changed");
        rows(table, "producer", KafkaDefaults.PRODUCER_FIXED, "always");
        rows(table, "consumer", KafkaDefaults.CONSUMER_FIXED, "always");
        GeneratedPart.check("configuration.md", "kafka", table.toString());
    }

    private static void rows(StringBuilder table, String client, Map<String, String> settings, String how) {
        new TreeMap<>(settings)
                .forEach(
                        (key, value) -> table.append("| %s | `%s` | `%s` | %s |%n".formatted(client, key, value, how)));
    }
}
