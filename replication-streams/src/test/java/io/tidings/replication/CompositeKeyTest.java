package io.tidings.replication;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.KeyType;
import io.tidings.messaging.PoisonMessageException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompositeKeyTest {

    private static final CompositeKey KEY = CompositeKey.of(KeyType.STRING, KeyType.LONG, KeyType.STRING);

    @Test
    void whatIsWrittenIsRead() {
        List<Object> key = List.of("Ulm", -7L, "");
        assertThat(KEY.decode(KEY.encode(key))).isEqualTo(key);
        assertThat(KEY.decode(KEY.encode(null))).isNull();
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        assertThat(KEY.encode(List.of("ab", 1L, "c"))).isNotEqualTo(KEY.encode(List.of("a", 1L, "bc")));
        CompositeKey texts = CompositeKey.of(KeyType.STRING, KeyType.STRING);
        assertThat(texts.encode(List.of("ab", "c"))).isNotEqualTo(texts.encode(List.of("a", "bc")));
    }

    @Test
    void aRowWithoutOneOfTheValuesHasNoKey() {
        assertThat(CompositeKey.values("Ulm", null)).isNull();
        assertThat(CompositeKey.values("Ulm", 3L)).isEqualTo(List.of("Ulm", 3L));
    }

    @Test
    void otherPartsAreRefused() {
        assertThat(KEY.accepts(List.of("Ulm", 1L, "x"))).isTrue();
        assertThat(KEY.accepts("Ulm")).isFalse();
        assertThat(KEY.accepts(Arrays.asList("Ulm", null, "x"))).isFalse();
        assertThatThrownBy(() -> KEY.encode(List.of("Ulm", "1", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(string, long, string)");
        assertThatThrownBy(() -> KEY.encode(List.of("Ulm"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(CompositeKey::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytesThatAreNoKeyArePoison() {
        byte[] key = requireNonNull(KEY.encode(List.of("Ulm", 1L, "x")));
        for (int length = 0; length < key.length; length++) {
            byte[] cut = Arrays.copyOf(key, length);
            assertThatThrownBy(() -> KEY.decode(cut)).isInstanceOf(PoisonMessageException.class);
        }
        assertThatThrownBy(() -> KEY.decode(Arrays.copyOf(key, key.length + 1)))
                .isInstanceOf(PoisonMessageException.class);
    }
}
