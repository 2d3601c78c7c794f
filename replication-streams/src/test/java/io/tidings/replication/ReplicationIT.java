package io.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.embedded.KafkaBroker;
import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.UnreachableException;
import io.tidings.messaging.serde.AvroMessageCodec;
import io.tidings.messaging.serde.CodecSettings;
import io.tidings.registry.SchemaRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class ReplicationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final Map<String, String> configuration = new HashMap<>();
    private String topic = "";

    @BeforeEach
    void configure(TestInfo test) {
        topic = test.getTestMethod().orElseThrow().getName();
        configuration.put("bootstrap.servers", KafkaBroker.shared().bootstrapServers());
        configuration.put("schema.registry.url", "mock://replication");
        configuration.put("tidings.source", "/test");
        configuration.put("application.id", "app-" + topic);
        configuration.put("state.dir", directory.resolve("state").toString());
        configuration.put("commit.interval.ms", "100");
    }

    @Test
    void theViewIsWhatTheOwnerSaidLastWhateverTheLogLooksLike() throws Exception {
        Topics.create(topic, 3);
        Map<String, String> expected = new TreeMap<>();
        try (Owner owner = Owner.of(topic, configuration)) {
            publishShuffled(owner, 40, expected);
            owner.deletesWithoutAVersion("r0");
            owner.babbles("r1");
            owner.babbles("nobody");
            owner.babbles(null);
            owner.flush();

            try (Replication replication = started()) {
                assertThat(replication.awaitReady(PATIENCE)).isTrue();
                ReplicaView<String, RestaurantView> view = view(replication);

                assertThat(names(view)).isEqualTo(expected);
                assertThat(view.size()).isEqualTo(expected.size());
                assertThat(view.parked()).isEqualTo(3);
                assertThat(view.withoutKey()).isEqualTo(1);
                assertThat(view.lag()).isZero();
                assertThat(view.get("r0")).map(RestaurantView::name).isEqualTo(Optional.ofNullable(expected.get("r0")));
                List<String> reasons = new ArrayList<>();
                view.forEachParked(parked -> reasons.add(parked.reason()));
                assertThat(reasons).hasSize(3).anyMatch(reason -> reason.contains("tombstone"));

                owner.says("r1", 100, "healed");
                owner.says("r2", 100, "newer");
                owner.deletes("r3", 100);
                owner.says("r3", 99, "late");
                owner.flush();
                Await.until("all is applied", () -> view.lag() == 0);

                assertThat(view.get("r1")).map(RestaurantView::name).contains("healed");
                assertThat(view.get("r2")).map(RestaurantView::name).contains("newer");
                assertThat(view.get("r3")).isEmpty();
                assertThat(view.get("never")).isEmpty();
                assertThat(view.parked()).isEqualTo(2);
            }
        }
    }

    @Test
    void emptyTopicsAreCaughtUp() throws Exception {
        Topics.create(topic, 2);
        try (Replication replication = started()) {
            assertThat(replication.awaitReady(PATIENCE)).isTrue();
            assertThat(names(view(replication))).isEmpty();
            assertThat(view(replication).positions().get(0).offsets()).containsOnlyKeys(0, 1);
        }
    }

    @Test
    void transactionMarkersAndAbortedRecordsDoNotHoldUp() throws Exception {
        Topics.create(topic, 2);
        try (Owner owner = Owner.transactional(topic, configuration)) {
            owner.inTransaction(true, () -> owner.says("a", 1, "committed"));
            owner.inTransaction(false, () -> {
                for (int id = 0; id < 10; id++) {
                    owner.says("x" + id, 1, "aborted");
                }
            });
            try (Replication replication = started()) {
                assertThat(replication.awaitReady(PATIENCE)).isTrue();
                assertThat(names(view(replication))).isEqualTo(Map.of("a", "committed"));
                assertThat(view(replication).lag()).isZero();
            }
            try (Replication again = started()) {
                assertThat(again.awaitReady(PATIENCE)).isTrue();
                assertThat(names(view(again))).isEqualTo(Map.of("a", "committed"));
            }
        }
    }

    @Test
    void aRestartGoesOnWhereItWas() throws Exception {
        Topics.create(topic, 2);
        Map<String, String> expected = new TreeMap<>();
        try (Owner owner = Owner.of(topic, configuration)) {
            publishShuffled(owner, 20, expected);
            owner.babbles("nobody");
            owner.flush();
            try (Replication replication = started()) {
                assertThat(replication.awaitReady(PATIENCE)).isTrue();
            }
            try (Replication unchanged = started()) {
                assertThat(unchanged.awaitReady(PATIENCE)).isTrue();
                assertThat(names(view(unchanged))).isEqualTo(expected);
                assertThat(view(unchanged).lag()).isZero();
                assertThat(view(unchanged).size()).isEqualTo(expected.size());
                assertThat(view(unchanged).parked()).isEqualTo(1);
            }
            owner.says("late", 1, "while away");
            owner.flush();
            expected.put("late", "while away");
            configuration.put("state.dir", directory.resolve("wiped").toString());
            try (Replication restored = started()) {
                assertThat(restored.awaitReady(PATIENCE)).isTrue();
                assertThat(names(view(restored))).isEqualTo(expected);
                assertThat(view(restored).size()).isEqualTo(expected.size());
            }
        }
    }

    @Test
    void nobodyIsToldAnythingBeforeItHasCaughtUp() throws Exception {
        Topics.create(topic, 1);
        try (Owner owner = Owner.of(topic, configuration)) {
            owner.says("a", 1, "first");
            owner.says("b", 1, "second");
            owner.flush();
        }
        CountDownLatch gate = new CountDownLatch(1);
        MessageCodec codec = waiting(gate);
        try (Replication replication = Replication.start(configuration, List.of(RestaurantView.on(topic)), codec)) {
            ReplicaView<String, RestaurantView> view = view(replication);
            Await.until(
                    "the partition is here",
                    () -> !view.positions().get(0).offsets().isEmpty());

            assertThat(replication.ready()).isFalse();
            assertThat(replication.awaitReady(Duration.ofMillis(1))).isFalse();
            assertThatThrownBy(() -> view.get("a")).isInstanceOf(TransientMessagingException.class);
            assertThatThrownBy(() -> view.forEach((key, row) -> {})).isInstanceOf(TransientMessagingException.class);
            assertThat(view.lag()).isEqualTo(2);

            gate.countDown();
            assertThat(replication.awaitReady(PATIENCE)).isTrue();
            assertThat(names(view)).hasSize(2);
        }
    }

    @Test
    void aClosedReplicaAnswersNobody() throws Exception {
        Topics.create(topic, 1);
        ReplicaView<String, RestaurantView> view;
        try (Replication replication = started()) {
            view = view(replication);
            assertThat(replication.awaitReady(PATIENCE)).isTrue();
        }
        assertThatThrownBy(() -> view.get("a")).isInstanceOf(TransientMessagingException.class);
    }

    @Test
    void aChangedProjectionStartsAfresh() throws Exception {
        Topics.create(topic, 1);
        try (Owner owner = Owner.of(topic, configuration)) {
            owner.says("a", 1, "first");
            owner.flush();
            try (Replication replication = started()) {
                assertThat(replication.awaitReady(PATIENCE)).isTrue();
            }
            var schema = new org.apache.avro.Schema.Parser()
                    .parse(RestaurantView.SCHEMA$
                            .toString()
                            .replace(
                                    "\"fields\":[{\"name\":\"name\"",
                                    "\"fields\":[{\"name\":\"name\",\"aliases\":[\"title\"]"));
            var changed = ReplicaDefinition.of(
                    "RestaurantView",
                    RestaurantView.channel(topic),
                    new MessageType<>("RestaurantChanged", RestaurantView.class, schema),
                    VersionSource.header());
            try (Replication replication = Replication.start(configuration, List.of(changed))) {
                assertThat(replication.awaitReady(PATIENCE)).isTrue();
                assertThat(replication.view(changed).get("a"))
                        .map(RestaurantView::name)
                        .contains("first");
                assertThatThrownBy(() -> view(replication)).hasMessageContaining("not replicated here");
            }
        }
    }

    @Test
    void twoInstancesShareThePartitionsAndOneTakesOverAll() throws Exception {
        Topics.create(topic, 4);
        Map<String, String> expected = new TreeMap<>();
        try (Owner owner = Owner.of(topic, configuration)) {
            publishShuffled(owner, 40, expected);
            owner.flush();
        }
        try (Replication first = started()) {
            assertThat(first.awaitReady(PATIENCE)).isTrue();
            configuration.put("state.dir", directory.resolve("second").toString());
            try (Replication second = started()) {
                Await.until(
                        "each has its share",
                        () -> first.ready()
                                && second.ready()
                                && view(first).positions().get(0).offsets().size() == 2
                                && view(second).positions().get(0).offsets().size() == 2);
                Map<String, String> both = new TreeMap<>(names(view(first)));
                both.putAll(names(view(second)));
                assertThat(both).isEqualTo(expected);
                assertThat(view(first).size() + view(second).size()).isEqualTo(expected.size());
            }
            Await.until(
                    "the first has all again",
                    () -> first.ready()
                            && view(first).positions().get(0).offsets().size() == 4);
            assertThat(names(view(first))).isEqualTo(expected);
        }
    }

    @Test
    void aMissingTopicIsNamed() {
        configuration.put("tidings.connect.timeout.ms", "500");

        assertThatThrownBy(this::started)
                .isInstanceOf(ReplicationException.class)
                .hasMessageContaining("'aMissingTopicIsNamed' (view 'RestaurantView')")
                .satisfies(
                        e -> assertThat(((ReplicationException) e).retryable()).isTrue());
    }

    @Test
    void aBrokerThatIsAwayIsNamedWithItsSetting() throws IOException {
        String nowhere;
        try (ServerSocket socket = new ServerSocket(0)) {
            nowhere = "127.0.0.1:" + socket.getLocalPort();
        }
        configuration.put("bootstrap.servers", nowhere);
        configuration.put("tidings.connect.timeout.ms", "500");

        assertThatThrownBy(this::started)
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining(nowhere)
                .hasMessageContaining("bootstrap.servers");
    }

    @Test
    void sayingNothingOrTheSameTwiceIsRefused() {
        assertThatThrownBy(() -> Replication.start(configuration, List.of()))
                .hasMessageContaining("no definition was given");
        assertThatThrownBy(() ->
                        Replication.start(configuration, List.of(RestaurantView.on("one"), RestaurantView.on("two"))))
                .hasMessageContaining("given twice: [RestaurantView]");
    }

    private Replication started() {
        return Replication.start(configuration, List.of(RestaurantView.on(topic)));
    }

    private ReplicaView<String, RestaurantView> view(Replication replication) {
        return replication.view(RestaurantView.on(topic));
    }

    private static Map<String, String> names(ReplicaView<String, RestaurantView> view) {
        Map<String, String> names = new TreeMap<>();
        view.forEach((key, row) -> names.put(key, row.name()));
        return names;
    }

    /** Some versions of each key, some ending in a delete, in any order and some twice. */
    private static void publishShuffled(Owner owner, int keys, Map<String, String> expected) {
        Random random = new Random(42);
        List<Runnable> events = new ArrayList<>();
        for (int key = 0; key < keys; key++) {
            String id = "r" + key;
            int last = 1 + random.nextInt(6);
            boolean deleted = key % 5 == 4;
            for (int version = 1; version <= last; version++) {
                long told = version;
                boolean delete = deleted && version == last;
                Runnable event = delete ? () -> owner.deletes(id, told) : () -> owner.says(id, told, id + " v" + told);
                events.addAll(Collections.nCopies(1 + random.nextInt(3), event));
            }
            if (!deleted) {
                expected.put(id, id + " v" + last);
            }
        }
        Collections.shuffle(events, random);
        events.forEach(Runnable::run);
    }

    /** A codec that reads nothing before the gate opens. */
    private MessageCodec waiting(CountDownLatch gate) {
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
                    gate.await();
                } catch (InterruptedException e) {
                    throw new TransientMessagingException("interrupted", e);
                }
                return codec.decode(channel, expected, message, origin);
            }
        };
    }
}
