package io.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.KafkaBroker;
import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.owner.ChecksumTable;
import io.tidings.messaging.serde.AvroMessageCodec;
import io.tidings.messaging.serde.CodecSettings;
import io.tidings.registry.SchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A view over years: changed, rebuilt, erased, audited, and away for too long. */
class ViewLifeIT {

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
        topic = test.getTestMethod().orElseThrow().getName();
        configuration.put("bootstrap.servers", KafkaBroker.shared().bootstrapServers());
        configuration.put("schema.registry.url", "mock://view-life");
        configuration.put("tidings.source", "/test");
        configuration.put("application.id", "app-" + topic);
        configuration.put("state.dir", directory.resolve("state").toString());
        configuration.put("commit.interval.ms", "100");
        configuration.put("tidings.replica.retired.keep.ms", "0");
    }

    @Test
    void theOldStoreAnswersUntilTheNewOneHasCaughtUp() throws Exception {
        Topics.create(topic, 2);
        try (Owner owner = Owner.of(topic, configuration)) {
            owner.says("a", 1, "Roma");
            owner.says("b", 1, "Napoli");
            owner.flush();
            try (Replication replication = Replication.start(configuration, List.of(definition()))) {
                assertThat(replication.awaitReady(PATIENCE)).isTrue();
            }
            var changed = definition().index(BY_NAME);
            CountDownLatch gate = new CountDownLatch(1);
            try (Replication replication =
                    Replication.start(configuration, List.of(changed), lateFor(changed.fingerprint(), gate))) {
                assertThat(replication.awaitReady(PATIENCE)).isTrue();
                ReplicaView<String, RestaurantView> view = replication.view(changed);
                ViewMaintenance<String, RestaurantView> maintenance = replication.maintenance(changed);
                assertThat(maintenance.generations().current())
                        .isEqualTo(definition().storeName());
                assertThat(maintenance.generations().next()).isEqualTo(changed.storeName());
                owner.says("c", 1, "Roma");
                owner.flush();
                Await.until("the old store goes on", () -> view.get("c").isPresent());
                assertThat(view.by(BY_NAME, "Roma")).containsOnlyKeys("a", "c");

                gate.countDown();
                Await.until(
                        "the new store answers", () -> maintenance.generations().next() == null);
                assertThat(view.by(BY_NAME, "Roma")).containsOnlyKeys("a", "c");
                assertThat(view.get("b")).isPresent();
                Await.until(
                        "nothing is left of the old one",
                        () -> maintenance.generations().retired().isEmpty());
                String old = "app-" + topic + "-" + definition().storeName();
                assertThat(groups()).doesNotContain(old).contains("app-" + topic + "-" + changed.storeName());
                assertThat(topics()).doesNotContain(old + "-" + definition().storeName() + "-changelog");
                assertThat(directory.resolve("state").resolve(old)).doesNotExist();
            }
        }
    }

    @Test
    void whatIsErasedStaysErasedInAViewThatIsBuiltAgain() throws Exception {
        Topics.create(topic, 1);
        var definition = definition().index(BY_NAME);
        try (Owner owner = Owner.of(topic, configuration)) {
            owner.says("a", 3, "Roma");
            owner.says("b", 3, "Roma");
            owner.says("c", 3, "Napoli");
            owner.babbles("a");
            owner.flush();
            try (Replication replication = Replication.start(configuration, List.of(definition))) {
                assertThat(replication.awaitReady(PATIENCE)).isTrue();
                ReplicaView<String, RestaurantView> view = replication.view(definition);
                ViewMaintenance<String, RestaurantView> maintenance = replication.maintenance(definition);

                List<ErasureReceipt> receipts = maintenance.erase(BY_NAME, "Roma", Erasure.FOR_GOOD);
                ErasureReceipt later = maintenance.erase("c", Erasure.UNTIL_NEWER);

                assertThat(receipts).hasSize(2).allMatch(ErasureReceipt::found);
                assertThat(later.toJson())
                        .startsWith("{\"view\":\"RestaurantView\",\"keyHash\":\"2e7d2c03")
                        .contains("\"erasure\":\"until-newer\"", "\"" + definition.storeName() + "\":true", topic);
                assertThat(maintenance.erase("nobody", Erasure.FORGET).found()).isFalse();
                assertThat(view.size()).isZero();
                assertThat(view.parked()).isZero();
                assertThat(view.by(BY_NAME, "Roma")).isEmpty();

                owner.says("a", 4, "Roma again");
                owner.says("c", 3, "Napoli");
                owner.says("c", 4, "Napoli again");
                owner.flush();
                Await.until("c is back", () -> view.get("c").isPresent());
                assertThat(view.get("a")).isEmpty();

                maintenance.erase("c", Erasure.FORGET);
                assertThat(view.get("c")).isEmpty();
                assertThat(maintenance.reprocess(topic, 0, 0)).isPositive();
                assertThat(view.get("c")).isPresent();
                assertThat(maintenance.reprocess(Instant.EPOCH)).isZero();
                assertThat(view.get("a")).isEmpty();

                maintenance.rebuild();
                Await.until(
                        "it is built again",
                        () -> maintenance.generations().current().endsWith("-g1"));
                assertThat(view.size()).isEqualTo(1);
                assertThat(view.get("a")).isEmpty();

                ChecksumTable owners = ChecksumTable.of(64)
                        .add("c".getBytes(StandardCharsets.UTF_8), 4)
                        .build();
                assertThat(maintenance.checksums(64)).isEqualTo(owners);
                maintenance.reset();
                assertThat(replication.awaitReady(PATIENCE)).isTrue();
                assertThat(maintenance.generations().current()).endsWith("-g2");
                assertThat(maintenance.checksums(64)).isEqualTo(owners);
            }
        }
    }

    /** The tombstone of b is dropped from the log as a cleaner would do it. */
    @Test
    void deletesThatWereMissedAreFoundWhenItComesBack() throws Exception {
        Topics.create(topic, 1);
        try (Owner owner = Owner.of(topic, configuration)) {
            owner.says("a", 1, "Roma");
            owner.says("b", 1, "Napoli");
            owner.flush();
            try (Replication replication = Replication.start(configuration, List.of(definition()))) {
                assertThat(replication.awaitReady(PATIENCE)).isTrue();
            }
            owner.deletes("b", 2);
            owner.flush();
            owner.says("a", 2, "Roma");
            owner.says("c", 1, "Milano");
            owner.flush();
            dropEverythingBefore(3);
            configure("cleanup.policy", "compact");
            Path manifest = directory.resolve("state/app-" + topic + "/RestaurantView.generations");
            Files.writeString(manifest, Files.readString(manifest).replaceFirst("caught.up.at=\\d+", "caught.up.at=1"));

            try (Replication replication = Replication.start(configuration, List.of(definition()))) {
                assertThat(replication.awaitReady(PATIENCE)).isTrue();
                Map<String, Long> versions = new TreeMap<>();
                ReplicaView<String, RestaurantView> view = replication.view(definition());
                view.forEach((key, row) -> versions.put(key, 1L));
                assertThat(versions).containsOnlyKeys("a", "c");

                owner.says("b", 1, "it lives after all");
                owner.flush();
                Await.until("the owner is believed", () -> view.get("b").isPresent());
            }
        }
    }

    private ReplicaDefinition<String, RestaurantView> definition() {
        return RestaurantView.on(topic);
    }

    private void dropEverythingBefore(long offset) throws Exception {
        try (Admin admin = admin()) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        }
    }

    private void configure(String... settings) throws Exception {
        List<AlterConfigOp> operations = new java.util.ArrayList<>();
        for (int each = 0; each < settings.length; each += 2) {
            ConfigEntry entry = new ConfigEntry(settings[each], settings[each + 1]);
            operations.add(new AlterConfigOp(entry, AlterConfigOp.OpType.SET));
        }
        try (Admin admin = admin()) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), operations))
                    .all()
                    .get();
        }
    }

    private List<String> groups() throws Exception {
        try (Admin admin = admin()) {
            return admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .toList();
        }
    }

    private java.util.Set<String> topics() throws Exception {
        try (Admin admin = admin()) {
            return admin.listTopics().names().get();
        }
    }

    private static Admin admin() {
        return Admin.create(
                Map.of("bootstrap.servers", (Object) KafkaBroker.shared().bootstrapServers()));
    }

    /** A codec that reads nothing for one generation before the gate opens. */
    private MessageCodec lateFor(String fingerprint, CountDownLatch gate) {
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
                try {
                    if (Thread.currentThread().getName().contains(fingerprint)) {
                        gate.await();
                    }
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                return codec.decode(channel, expected, message, origin);
            }
        };
    }
}
