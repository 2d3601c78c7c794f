package io.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.embedded.KafkaBroker;
import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.serde.AvroMessageCodec;
import io.tidings.messaging.serde.CodecSettings;
import io.tidings.registry.SchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A full copy over a real broker: what happens to the logs and to the disk. */
class FullCopyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Index<RestaurantView, String> BY_NAME =
            Index.of("byName", KeyType.STRING, RestaurantView::name);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final Map<String, String> configuration = new HashMap<>();
    private String topic = "";

    @BeforeEach
    void configure(TestInfo test) {
        topic = "copy-" + test.getTestMethod().orElseThrow().getName();
        configuration.put("bootstrap.servers", KafkaBroker.shared().bootstrapServers());
        configuration.put("schema.registry.url", "mock://full-copy");
        configuration.put("tidings.source", "/test");
        configuration.put("application.id", "app");
        configuration.put("state.dir", directory.resolve("state").toString());
    }

    @Test
    void eachInstanceHasAllOfItOnDiskAndOnTheHeap() throws Exception {
        Topics.create(topic, 3);
        try (Owner owner = Owner.transactional(topic, configuration)) {
            owner.inTransaction(true, () -> {
                for (int id = 0; id < 30; id++) {
                    owner.says("r" + id, 1, "Roma");
                }
                owner.says("r1", 3, "Bari");
                owner.says("r1", 2, "late");
                owner.deletes("r2", 2);
                owner.says("r2", 1, "late");
                owner.babbles("r3");
                owner.babbles(null);
            });
            owner.inTransaction(false, () -> owner.says("r4", 9, "aborted"));

            for (StoreKind kind : List.of(StoreKind.ROCKSDB, StoreKind.MEMORY)) {
                ReplicaDefinition<String, RestaurantView> copy = copy().store(kind);
                try (Replication replication = Replication.start(configuration, List.of(copy))) {
                    assertThat(replication.awaitReady(PATIENCE)).isTrue();
                    ReplicaView<String, RestaurantView> view = replication.view(copy);

                    assertThat(names(view))
                            .hasSize(29)
                            .containsEntry("r1", "Bari")
                            .doesNotContainKey("r2");
                    assertThat(view.by(BY_NAME, "Roma")).hasSize(28).doesNotContainKey("r1");
                    assertThat(view.size()).isEqualTo(29);
                    assertThat(view.parked()).isEqualTo(1);
                    assertThat(view.withoutKey()).isEqualTo(1);
                    assertThat(view.lag()).isZero();
                    assertThat(view.positions().get(0).offsets()).containsOnlyKeys(0, 1, 2);
                }
            }
        }
    }

    @Test
    void aRestartGoesOnWhereItWasThoughTheDirectoryIsForOneAlone() throws Exception {
        Topics.create(topic, 2);
        configuration.put("tidings.connect.timeout.ms", "1000");
        AtomicInteger read = new AtomicInteger();
        try (Owner owner = Owner.of(topic, configuration)) {
            says(owner, 0, 50, "Roma");
            owner.flush();
            try (Replication replication = started(read)) {
                assertThat(replication.awaitReady(PATIENCE)).isTrue();
                assertThat(read).hasValue(50);

                assertThatThrownBy(() -> started(read))
                        .isInstanceOf(ReplicationException.class)
                        .hasMessageContaining("another process has it")
                        .hasMessageContaining("state.dir");
            }
            owner.says("r1", 2, "Bari");
            owner.flush();
            try (Replication again = started(read)) {
                assertThat(again.awaitReady(PATIENCE)).isTrue();
                assertThat(read).hasValue(51);
                assertThat(names(again.view(copy()))).hasSize(50).containsEntry("r1", "Bari");
                assertThat(again.view(copy()).by(BY_NAME, "Bari")).containsOnlyKeys("r1");
            }
        }
    }

    @Test
    void whatAKilledProcessLeavesGoesOnFromTheLastFlush() throws Exception {
        Topics.create(topic, 2);
        AtomicInteger read = new AtomicInteger();
        try (Owner owner = Owner.of(topic, configuration)) {
            says(owner, 0, 50, "Roma");
            owner.flush();
            try (Replication replication = started(read)) {
                assertThat(replication.awaitReady(PATIENCE)).isTrue();
                says(owner, 50, 60, "Bari");
                owner.says("r1", 2, "Bari");
                owner.flush();
                Await.until(
                        "it is there",
                        () -> replication.view(copy()).by(BY_NAME, "Bari").size() == 11);

                leave(directory.resolve("state"), directory.resolve("left"));
            }
        }
        configuration.put("state.dir", directory.resolve("left").toString());
        read.set(0);
        try (Replication again = started(read)) {
            assertThat(again.awaitReady(PATIENCE)).isTrue();
            assertThat(read).as("what came after the flush").hasValue(11);
            assertThat(names(again.view(copy()))).hasSize(60).containsEntry("r1", "Bari");
            assertThat(again.view(copy()).by(BY_NAME, "Bari")).hasSize(11);
            assertThat(again.view(copy()).by(BY_NAME, "Roma")).hasSize(49);
            assertThat(again.view(copy()).size()).isEqualTo(60);
        }
    }

    @Test
    void damagedRowsAreFetchedAgain() throws Exception {
        Topics.create(topic, 1);
        try (Owner owner = Owner.of(topic, configuration)) {
            says(owner, 0, 50, "Roma");
            owner.flush();
        }
        AtomicInteger read = new AtomicInteger();
        try (Replication replication = started(read)) {
            assertThat(replication.awaitReady(PATIENCE)).isTrue();
        }
        truncateTables();
        try (Replication again = started(read)) {
            assertThat(again.awaitReady(PATIENCE)).isTrue();
            assertThat(read).hasValue(100);
            assertThat(names(again.view(copy()))).hasSize(50);
            try (Stream<Path> kept = Files.walk(directory)) {
                assertThat(kept.filter(path -> path.endsWith("damaged"))).hasSize(1);
            }
        }
    }

    @Test
    void newPartitionsAreFollowedAndATopicOfTheSameNameIsAnother() throws Exception {
        Topics.create(topic, 1);
        try (Replication replication = Replication.start(configuration, List.of(copy()));
                Owner owner = Owner.of(topic, configuration);
                Admin admin = admin()) {
            says(owner, 0, 20, "Roma");
            owner.flush();
            ReplicaView<String, RestaurantView> view = replication.view(copy());
            Await.until("all is there", () -> replication.ready() && view.size() == 20);

            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(3)))
                    .all()
                    .get();
            Await.until(
                    "the new ones are followed",
                    () -> view.positions().get(0).offsets().size() == 3);
            try (Owner later = Owner.of(topic, configuration)) {
                says(later, 20, 60, "Roma");
                later.flush();
            }
            Await.until("what is in them is there", () -> view.size() == 60);

            admin.deleteTopics(Set.of(topic)).all().get();
            Await.until("it is gone", () -> isGone(admin));
            Topics.create(topic, 1);
            try (Owner another = Owner.of(topic, configuration)) {
                says(another, 100, 101, "Bari");
                another.flush();
            }
            Await.until("the rows are those of the new topic", () -> replication.ready() && view.size() == 1);
            assertThat(names(view)).isEqualTo(Map.of("r100", "Bari"));
        }
    }

    @Test
    void whatWasDeletedBeforeItWasReadMeansABeginningFromWhatIsLeft() throws Exception {
        Topics.create(topic, 1);
        try (Owner owner = Owner.of(topic, configuration);
                Admin admin = admin()) {
            says(owner, 0, 10, "Roma");
            owner.flush();
            try (Replication replication = Replication.start(configuration, List.of(copy()))) {
                assertThat(replication.awaitReady(PATIENCE)).isTrue();
            }
            says(owner, 5, 20, "Bari");
            owner.flush();
            TopicPartition partition = new TopicPartition(topic, 0);
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(15)))
                    .all()
                    .get();

            try (Replication replication = Replication.start(configuration, List.of(copy()))) {
                assertThat(replication.awaitReady(PATIENCE)).isTrue();
                assertThat(names(replication.view(copy())))
                        .hasSize(10)
                        .containsOnlyKeys(Stream.iterate(10, id -> id + 1)
                                .limit(10)
                                .map(id -> "r" + id)
                                .toArray(String[]::new));
            }
        }
    }

    private ReplicaDefinition<String, RestaurantView> copy() {
        return RestaurantView.on(topic).fullCopy().index(BY_NAME);
    }

    private Replication started(AtomicInteger read) {
        return Replication.start(configuration, List.of(copy()), counting(read));
    }

    private static void says(Owner owner, int from, int to, String name) {
        for (int id = from; id < to; id++) {
            owner.says("r" + id, 1, name);
        }
    }

    private boolean isGone(Admin admin) {
        try {
            return !admin.listTopics().names().get().contains(topic);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", KafkaBroker.shared().bootstrapServers()));
    }

    /** Files as they are while they are in use: what a process leaves that is killed. */
    private static void leave(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(from)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path left = to.resolve(from.relativize(file));
            Files.createDirectories(left.getParent());
            Files.copy(file, left);
        }
    }

    private void truncateTables() throws IOException {
        List<Path> tables;
        try (Stream<Path> files = Files.walk(directory)) {
            tables = files.filter(path -> path.toString().endsWith(".sst")).toList();
        }
        assertThat(tables).isNotEmpty();
        for (Path table : tables) {
            Files.write(table, new byte[10]);
        }
    }

    private static Map<String, String> names(ReplicaView<String, RestaurantView> view) {
        Map<String, String> names = new TreeMap<>();
        view.forEach((key, row) -> names.put(key, row.name()));
        return names;
    }

    /** Counts what is read. */
    private MessageCodec counting(AtomicInteger read) {
        MessageCodec codec =
                new AvroMessageCodec(SchemaRegistry.connect(configuration), CodecSettings.from(configuration));
        return new MessageCodec() {
            @Override
            public <K, V> EncodedMessage encode(OutgoingMessage<K, V> message) {
                return codec.encode(message);
            }

            @Override
            public <K> Received<K, ?> decode(
                    Channel<K> channel, List<MessageType<?>> expected, EncodedMessage message, Received.Origin origin) {
                read.incrementAndGet();
                return codec.decode(channel, expected, message, origin);
            }
        };
    }
}
