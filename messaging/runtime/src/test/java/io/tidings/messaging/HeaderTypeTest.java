package io.tidings.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidings.messaging.Received.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderTypeTest {

    @Test
    void anEmptyTextIsOne() {
        assertThat(HeaderType.STRING.required(with(""), "h")).isEmpty();
        assertThat(HeaderType.STRING.optional(with(""), "h")).isEmpty();
        assertThat(HeaderType.STRING.optional(with(""), "other")).isNull();
    }

    @Test
    void anEmptyNumberIsNone() {
        assertThat(HeaderType.LONG.optional(with(""), "h")).isNull();
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> HeaderType.UUID.required(with(""), "h"))
                .withMessage("The header 'h' is missing");
    }

    @Test
    void whatIsNotOfItsTypeIsPoison() {
        assertThat(HeaderType.DOUBLE.required(with("1e3"), "h")).isEqualTo(1000);
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> HeaderType.DOUBLE.required(with("1d"), "h"))
                .withMessage("The header 'h' is not a number: '1d'");
    }

    @Test
    void whatIsNoNumberCannotBeSent() {
        assertThat(HeaderType.DOUBLE.text(-0.5)).isEqualTo("-0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeaderType.DOUBLE.text(Double.NaN))
                .withMessage("NaN is no number that a header can hold");
        assertThatIllegalArgumentException().isThrownBy(() -> HeaderType.DOUBLE.text(Double.NEGATIVE_INFINITY));
        assertThatExceptionOfType(PoisonMessageException.class)
                .isThrownBy(() -> HeaderType.DOUBLE.required(with("1e400"), "h"));
    }

    private static Received<?, ?> with(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        EncodedMessage message =
                new EncodedMessage("id", "topic", null, null, List.of(new EncodedMessage.Header("h", bytes)));
        return Received.unread(
                null,
                null,
                null,
                () -> {
                    throw new IllegalStateException("Nobody asks");
                },
                new Origin("topic", 0, 0, Instant.EPOCH),
                MessageHeaders.of(message));
    }
}
