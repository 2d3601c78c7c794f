package io.tidings.replication.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.KeyType;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyTextTest {

    @Test
    void keysAreTheSameAfterTheirJourney() {
        same(KeyType.STRING, "Käse/?&#");
        same(KeyType.LONG, Long.MIN_VALUE);
        same(KeyType.INTEGER, -1);
        same(KeyType.FLOAT, 0.1f);
        same(KeyType.DOUBLE, 0.1);
        same(KeyType.BOOLEAN, false);
        same(KeyType.UUID, UUID.randomUUID());
        assertThat(KeyText.parse(KeyType.BYTES, KeyText.of(KeyType.BYTES, new byte[] {0, -1, 62})))
                .isEqualTo(new byte[] {0, -1, 62});
    }

    @Test
    void whatIsNoKeyIsABadRequest() {
        refused(KeyType.LONG, "x");
        refused(KeyType.LONG, "");
        refused(KeyType.INTEGER, "2147483648");
        refused(KeyType.BOOLEAN, "TRUE");
        refused(KeyType.UUID, "6b1e");
        refused(KeyType.BYTES, "%%%");
    }

    @Test
    void whatIsParkedMayBeNoKeyAtAll() {
        assertThat(KeyText.ofBytes(KeyType.STRING, new byte[] {'a'})).isEqualTo("a");
        assertThat(KeyText.ofBytes(KeyType.STRING, new byte[] {-1})).isEqualTo("_w");
        assertThat(KeyText.ofBytes(KeyType.LONG, new byte[] {1})).isEqualTo("AQ");
    }

    private static <K> void same(KeyType<K> type, K key) {
        assertThat(KeyText.parse(type, KeyText.of(type, key))).isEqualTo(key);
    }

    private static void refused(KeyType<?> type, String text) {
        assertThatThrownBy(() -> KeyText.parse(type, text))
                .isInstanceOfSatisfying(
                        HttpProblem.class, e -> assertThat(e.status()).isEqualTo(400));
    }
}
