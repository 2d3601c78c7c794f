package io.tidings.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final Received.Origin ORIGIN = new Received.Origin("orders", 2, 17, Instant.EPOCH);
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void haveAnAddressOfTheirGroup() {
        assertThat(DeadLetters.address("orders.v1", "kitchen")).isEqualTo("orders.v1.kitchen.dead-letter");
    }

    @Test
    void haveAnAddressThatKafkaAllowsWhateverTheGroupIsCalled() {
        String one = DeadLetters.address("orders", "kitchen/a b");
        String other = DeadLetters.address("orders", "kitchen/a_b");

        assertThat(one).matches("[A-Za-z0-9._-]+").endsWith(".dead-letter").isNotEqualTo(other);
        assertThat(DeadLetters.address("o".repeat(200), "k".repeat(200)))
                .hasSizeLessThanOrEqualTo(249)
                .isNotEqualTo(DeadLetters.address("o".repeat(200), "k".repeat(201)));
    }

    @Test
    void keepTheMessageAndSayWhyAndWhere() {
        EncodedMessage message = new EncodedMessage(
                "id", "orders", new byte[] {1}, new byte[] {2}, List.of(new EncodedMessage.Header("a", new byte[] {3
                })));

        EncodedMessage letter =
                DeadLetters.letter(message, ORIGIN, "kitchen", new IllegalStateException("The oven is cold"), 5, NOW);

        assertThat(letter.key()).containsExactly(1);
        assertThat(letter.value()).containsExactly(2);
        assertThat(letter.headers().get(0)).isEqualTo(message.headers().get(0));
        assertThat(text(letter, DeadLetters.REASON)).isEqualTo("The oven is cold");
        assertThat(text(letter, DeadLetters.EXCEPTION)).isEqualTo("java.lang.IllegalStateException");
        assertThat(text(letter, DeadLetters.TOPIC)).isEqualTo("orders");
        assertThat(text(letter, DeadLetters.PARTITION)).isEqualTo("2");
        assertThat(text(letter, DeadLetters.OFFSET)).isEqualTo("17");
        assertThat(text(letter, DeadLetters.GROUP)).isEqualTo("kitchen");
    }

    @Test
    void haveAReasonThatIsNeitherMissingNorEndless() {
        EncodedMessage message = new EncodedMessage("id", "orders", null, null, List.of());

        assertThat(text(
                        DeadLetters.letter(message, ORIGIN, "g", new NullPointerException(), 1, NOW),
                        DeadLetters.REASON))
                .isEqualTo("NullPointerException");
        assertThat(text(
                        DeadLetters.letter(message, ORIGIN, "g", new Error("x".repeat(5000)), 1, NOW),
                        DeadLetters.REASON))
                .hasSize(1000);
    }

    private static String text(EncodedMessage message, String header) {
        return new String(message.header(header).orElseThrow(), StandardCharsets.UTF_8);
    }
}
