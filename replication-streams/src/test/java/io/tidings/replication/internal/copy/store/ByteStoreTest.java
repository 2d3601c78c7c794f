package io.tidings.replication.internal.copy.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteStoreTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBatchIsMadeInItsOrder(boolean onDisk) {
        try (ByteStore store = store(onDisk)) {
            Batch batch = new Batch();
            batch.put(bytes("a"), bytes("1"));
            batch.put(bytes("b"), bytes("1"));
            batch.remove(bytes("a"));
            batch.remove(bytes("never"));
            batch.put(bytes("b"), bytes("2"));
            batch.put(bytes("empty"), new byte[0]);
            store.write(batch);

            assertThat(store.get(bytes("a"))).isNull();
            assertThat(store.get(bytes("b"))).asString(UTF_8).isEqualTo("2");
            assertThat(store.get(bytes("empty"))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pagesGoOnUntilThereIsNothingMore(boolean onDisk) {
        try (ByteStore store = store(onDisk)) {
            Batch batch = new Batch();
            for (int i = 0; i < 2_000; i++) {
                batch.put(bytes("k%04d".formatted(i)), bytes("v"));
            }
            store.write(batch);

            assertThat(all(store, "k0010", "k1990"))
                    .hasSize(1_980)
                    .startsWith("k0010")
                    .endsWith("k1989")
                    .isSorted();
            assertThat(all(store, "k1990", "k0010")).isEmpty();
            assertThat(all(store, "k0010", "k0010")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOrderIsThatOfUnsignedBytes(boolean onDisk) {
        try (ByteStore store = store(onDisk)) {
            Batch batch = new Batch();
            List.of(new byte[] {(byte) 0xff}, new byte[] {1}, new byte[] {1, 0}, new byte[] {(byte) 0x80})
                    .forEach(key -> batch.put(key, key));
            store.write(batch);

            assertThat(store.page(new byte[0], new byte[] {(byte) 0xff, 0}))
                    .extracting(entry -> entry.key()[0] & 0xff)
                    .containsExactly(1, 1, 0x80, 0xff);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClosedStoreSaysSo(boolean onDisk) {
        ByteStore store = store(onDisk);
        store.close();
        store.close();

        assertThatThrownBy(() -> store.get(bytes("a")))
                .isInstanceOfSatisfying(
                        StoreFailure.class, e -> assertThat(e.kind()).isEqualTo(StoreFailure.Kind.CLOSED));
        assertThatThrownBy(() -> store.write(new Batch())).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> store.page(bytes("a"), bytes("b"))).isInstanceOf(StoreFailure.class);
    }

    private ByteStore store(boolean onDisk) {
        return onDisk ? RocksStore.open(directory) : new MemoryStore();
    }

    private static List<String> all(ByteStore store, String from, String to) {
        List<String> keys = new ArrayList<>();
        byte[] next = bytes(from);
        List<ByteStore.Entry> page = store.page(next, bytes(to));
        while (!page.isEmpty()) {
            page.forEach(entry -> keys.add(new String(entry.key(), UTF_8)));
            byte[] last = page.get(page.size() - 1).key();
            page = store.page(Arrays.copyOf(last, last.length + 1), bytes(to));
        }
        return keys;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
