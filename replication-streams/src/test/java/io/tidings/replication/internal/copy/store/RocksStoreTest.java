package io.tidings.replication.internal.copy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What crashes and broken disks leave of a store. */
class RocksStoreTest {

    private static final byte[] COUNTER = {'c'};

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void whatWasFlushedSurvivesACrash() throws IOException {
        try (RocksStore store = RocksStore.open(directory.resolve("live"))) {
            write(store, 1, 10);
            store.flush();
            write(store, 11, 20);

            try (RocksStore left = RocksStore.open(crash("left"))) {
                assertThat(counter(left)).isEqualTo(10);
                assertThat(left.get(key(10))).isNotNull();
                assertThat(left.get(key(11))).isNull();
            }
        }
    }

    @Test
    void aCrashLeavesWholeBatchesInTheirOrderThoughNothingIsLogged() throws IOException {
        Random random = new Random(7);
        byte[] filler = new byte[200_000];
        try (RocksStore store = RocksStore.open(directory.resolve("live"))) {
            // Far more than a memory table holds: some of it reaches the disk by itself, at places that nobody chose.
            for (int number = 1; number <= 400; number++) {
                Batch batch = new Batch();
                random.nextBytes(filler);
                batch.put(key(number), filler.clone());
                batch.put(COUNTER, ByteBuffer.allocate(4).putInt(number).array());
                batch.put(key(-number), new byte[] {1});
                store.write(batch);
                if (number % 100 == 0) {
                    check(crash("after-" + number));
                }
            }
        }
        try (RocksStore closed = RocksStore.open(directory.resolve("live"))) {
            assertThat(counter(closed)).isEqualTo(400);
        }
    }

    private static void check(Path left) {
        try (RocksStore store = RocksStore.open(left)) {
            int last = counter(store);
            for (int number = 1; number <= last; number++) {
                assertThat(store.get(key(number))).isNotNull();
                assertThat(store.get(key(-number))).isNotNull();
            }
            assertThat(store.get(key(last + 1))).isNull();
            assertThat(store.get(key(-last - 1))).isNull();
        }
    }

    @Test
    void aDamagedManifestIsDamage() throws IOException {
        written();
        Files.write(only("MANIFEST-*"), new byte[] {1, 2, 3});

        assertDamagedAtOpening();
    }

    @Test
    void aLostTableIsDamage() throws IOException {
        written();
        Files.delete(only("*.sst"));

        assertDamagedAtOpening();
    }

    @Test
    void aTableThatWasCutOffIsDamage() throws IOException {
        written();
        Path table = only("*.sst");
        byte[] bytes = Files.readAllBytes(table);
        Files.write(table, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertDamagedAtOpening();
    }

    @Test
    void aBitThatTurnedIsDamageWhenItIsRead() throws IOException {
        written();
        Path table = only("*.sst");
        byte[] bytes = Files.readAllBytes(table);
        bytes[100] ^= 0x10;
        Files.write(table, bytes);

        try (RocksStore store = RocksStore.open(directory.resolve("live"))) {
            assertThatThrownBy(() -> {
                        for (int number = 1; number <= 1_000; number++) {
                            store.get(key(number));
                        }
                    })
                    .isInstanceOfSatisfying(
                            StoreFailure.class, e -> assertThat(e.kind()).isEqualTo(StoreFailure.Kind.DAMAGED));
        }
    }

    @Test
    void aFolderIsForOneAloneAndIsLetGo() throws IOException {
        Path place = directory.resolve("view");
        StateFolder taken = java.util.Objects.requireNonNull(StateFolder.take(place));
        assertThat(StateFolder.take(place)).isNull();
        taken.close();

        StateFolder again = java.util.Objects.requireNonNull(StateFolder.take(place));
        Files.createDirectories(again.rows());
        Files.writeString(again.rows().resolve("file"), "text");
        assertThat(again.moveAside().resolve("file")).exists();
        assertThat(again.rows()).doesNotExist();
        again.moveAside();
        again.destroy();
        assertThat(place).doesNotExist();
    }

    private void written() {
        try (RocksStore store = RocksStore.open(directory.resolve("live"))) {
            write(store, 1, 1_000);
        }
    }

    private void assertDamagedAtOpening() {
        assertThatThrownBy(() -> RocksStore.open(directory.resolve("live")))
                .isInstanceOfSatisfying(
                        StoreFailure.class, e -> assertThat(e.kind()).isEqualTo(StoreFailure.Kind.DAMAGED));
    }

    private static void write(RocksStore store, int from, int to) {
        for (int number = from; number <= to; number++) {
            Batch batch = new Batch();
            batch.put(key(number), new byte[50]);
            batch.put(COUNTER, ByteBuffer.allocate(4).putInt(number).array());
            store.write(batch);
        }
    }

    /** The files as they are while the store is open: what a killed process leaves. */
    private Path crash(String name) throws IOException {
        Path left = Files.createDirectory(directory.resolve(name));
        List<Path> files;
        try (Stream<Path> found = Files.list(directory.resolve("live"))) {
            files = found.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            if (!file.endsWith("LOCK")) {
                Files.copy(file, left.resolve(file.getFileName()));
            }
        }
        return left;
    }

    private Path only(String pattern) throws IOException {
        try (var found = Files.newDirectoryStream(directory.resolve("live"), pattern)) {
            return found.iterator().next();
        }
    }

    private static int counter(RocksStore store) {
        byte[] counter = store.get(COUNTER);
        return counter == null ? 0 : ByteBuffer.wrap(counter).getInt();
    }

    private static byte[] key(int number) {
        return ByteBuffer.allocate(5).put((byte) 'k').putInt(number).array();
    }
}
