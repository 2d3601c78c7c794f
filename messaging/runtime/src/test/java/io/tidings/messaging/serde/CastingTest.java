package io.tidings.messaging.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CastingTest {

    @Test
    void itemsAndEntriesKeepTheirOrderAndTheirNulls() {
        List<@Nullable Integer> items = new ArrayList<>(Arrays.asList(2, null, 1));
        assertThat(Casting.list(items, item -> item == null ? null : (long) item))
                .containsExactly(2L, null, 1L);

        Map<String, @Nullable Integer> entries = new LinkedHashMap<>();
        entries.put("b", 1);
        entries.put("a", null);
        Map<String, @Nullable String> cast = Casting.map(entries, value -> value == null ? null : "" + value);
        assertThat(cast.keySet()).containsExactly("b", "a");
        assertThat(cast.values()).containsExactly("1", null);
    }

    @Test
    void bytesAreThoseThatRemainInABufferOfTheirOwn() {
        ByteBuffer given = ByteBuffer.wrap(new byte[] {1, 2, 3}).position(1);
        ByteBuffer copy = Casting.bytes(given);
        given.put(1, (byte) 9);

        assertThat(copy).isEqualTo(ByteBuffer.wrap(new byte[] {2, 3}));
        assertThat(given.position()).isEqualTo(1);
        assertThat(Casting.bytes(given.asReadOnlyBuffer())).isEqualTo(ByteBuffer.wrap(new byte[] {9, 3}));
        assertThat(Casting.bytes("gr\u00FC\u00DFe"))
                .isEqualTo(ByteBuffer.wrap("gr\u00FC\u00DFe".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aValueOfNoBranchIsPoison() {
        assertThat(Casting.strange("to", 1))
                .hasMessage("In to, java.lang.Integer is none of the union's branches")
                .satisfies(poison -> assertThat(poison.retryable()).isFalse());
    }
}
