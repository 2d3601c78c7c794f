package io.tidings.messaging.jdbc.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.EncodedMessage.Header;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxHeadersTest {
    private final List<Header> headers = List.of(
            new Header("ce_id", new byte[] {1, 2, 3}),
            new Header("größe", new byte[0]),
            new Header("ce_id", new byte[] {(byte) 0xff}));

    @Test
    void orderRepeatedNamesAndBytesSurvive() {
        assertThat(OutboxHeaders.decode(OutboxHeaders.encode(headers)))
                .usingRecursiveComparison()
                .isEqualTo(headers);
        assertThat(OutboxHeaders.decode(OutboxHeaders.encode(List.of()))).isEmpty();
    }

    @Test
    void whatWeDidNotWriteIsRefused() {
        byte[] whole = OutboxHeaders.encode(headers);
        for (int end = 0; end < whole.length; end++) {
            byte[] cut = Arrays.copyOf(whole, end);
            assertThatThrownBy(() -> OutboxHeaders.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        whole[0] = 2;
        assertThatThrownBy(() -> OutboxHeaders.decode(whole)).hasMessageContaining("version 2");
    }
}
