package io.tidings.replication.internal.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.core.Burial;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.EventReader;
import io.tidings.replication.internal.driver.Indexer;
import io.tidings.replication.internal.driver.Input;
import io.tidings.replication.internal.driver.KeyOrder;
import io.tidings.replication.internal.driver.MovableClock;
import io.tidings.replication.internal.driver.PatientReader;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.RowEdit;
import io.tidings.replication.internal.driver.StopSignal;
import io.tidings.replication.internal.driver.TextReader;
import io.tidings.replication.internal.keyvalue.KeyValueRows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicaTopologyTest {

    private static final Duration RETENTION = Duration.ofHours(1);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final MovableClock clock = new MovableClock();
    private final StopSignal stop = new StopSignal();
    private final OpenEdits edits = new OpenEdits(1);
    private @Nullable ViewProgress progress;
    private @Nullable TopologyTestDriver driver;

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rowsFollowTheOwnersVersionsWhateverTheOrder(boolean persistent) {
        run(replica("View", "View-1", persistent, new TextReader()));

        send("roma", "2=Roma");
        send("roma", "1=late");
        send("roma", "2=Roma again");
        send("napoli", "1=Napoli");
        send("napoli", "2=");
        send("napoli", "1=Napoli");

        assertThat(value("View-1", "roma")).hasValue("Roma");
        assertThat(row("View-1", "napoli"))
                .hasValueSatisfying(row -> assertThat(row.grave()).isTrue());
        assertThat(view().live()).isEqualTo(1);
    }

    @Test
    void poisonParksItsKeyAndOthersFlow() {
        run(replica("View", "View-1", false, new TextReader()));

        send("roma", "1=Roma");
        send("roma", "what");
        send("napoli", "1=Napoli");

        assertThat(view().parked()).isEqualTo(1);
        assertThat(value("View-1", "roma")).hasValue("Roma");
        assertThat(value("View-1", "napoli")).hasValue("Napoli");

        send("roma", "2=healed");

        assertThat(view().parked()).isZero();
        assertThat(value("View-1", "roma")).hasValue("healed");
    }

    @Test
    void otherKindsAndRecordsWithoutAKeyArePassedOver() {
        run(replica("View", "View-1", false, new TextReader()));

        send("roma", "#");
        send(null, "1=nobody");

        assertThat(row("View-1", "roma")).isEmpty();
        assertThat(view().withoutKey()).isEqualTo(1);
        assertThat(view().positions()).containsExactly(Map.entry(new TopicPartition("events", 0), 2L));
    }

    @Test
    void aKeysEventsMeetWhateverTopicBringsThem() {
        run(new Replica(
                "View",
                "View-1",
                List.of(new Input(0, "events", new TextReader()), new Input(1, "events-v2", new TextReader(1))),
                false,
                KeyOrder.AS_THEY_ARE,
                Indexer.NONE));

        send("events", "roma", "1=Roma");
        send("events-v2", "roma", "2=Roma of v2");
        send("events", "roma", "2=Roma of v1");

        assertThat(value("View-1", "roma")).hasValue("Roma of v2");
        assertThat(view().positions()).hasSize(2);
    }

    @Test
    void gravesAreRemovedWhenTheyWereKeptForLongEnough() {
        run(replica("View", "View-1", true, new TextReader()));
        send("roma", "2=");
        send("napoli", "1=Napoli");

        clock.advance(RETENTION.minusMillis(1));
        sweep();
        assertThat(row("View-1", "roma")).isPresent();

        clock.advance(Duration.ofMillis(1));
        sweep();
        assertThat(row("View-1", "roma")).isEmpty();
        assertThat(value("View-1", "napoli")).hasValue("Napoli");
    }

    @Test
    void whatCannotBeReadForNowIsReadAgain() {
        AtomicInteger failures = new AtomicInteger(2);
        run(replica("View", "View-1", false, (message, origin) -> {
            if (failures.getAndDecrement() > 0) {
                throw new TransientMessagingException("the registry is away", null);
            }
            return new TextReader().read(message, origin);
        }));

        send("roma", "1=Roma");

        assertThat(value("View-1", "roma")).hasValue("Roma");
    }

    @Test
    void rowsAreEditedByTheThreadThatWritesThem() {
        run(replica("View", "View-1", true, new TextReader()));
        send("roma", "2=Roma");
        var buried = edits.submit("roma".getBytes(UTF_8), row -> Optional.of(new RowEdit.Replace(Burial.forGood(0))))
                .toCompletableFuture();
        var nothing =
                edits.submit("roma".getBytes(UTF_8), row -> Optional.empty()).toCompletableFuture();
        var forgotten = edits.submit("nobody".getBytes(UTF_8), row -> Optional.of(new RowEdit.Forget()))
                .toCompletableFuture();
        assertThat(buried).isNotDone();

        running().advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(buried).isCompletedWithValue(true);
        assertThat(nothing).isCompletedWithValue(false);
        assertThat(forgotten).isCompletedWithValue(false);
        send("roma", "3=Roma again");
        assertThat(value("View-1", "roma")).isEmpty();
        assertThat(view().live()).isZero();

        var late = edits.submit("roma".getBytes(UTF_8), row -> Optional.of(new RowEdit.Forget()));
        running().close();
        driver = null;
        assertThat(late.toCompletableFuture()).isCompletedExceptionally();
        assertThat(edits.submit("roma".getBytes(UTF_8), row -> Optional.empty()).toCompletableFuture())
                .isCompletedExceptionally();
    }

    private static Replica replica(String view, String name, boolean persistent, EventReader reader) {
        return new Replica(
                view, name, List.of(new Input(0, "events", reader)), persistent, KeyOrder.AS_THEY_ARE, Indexer.NONE);
    }

    private void run(Replica replica) {
        ReplicaTopology topology = new ReplicaTopology(
                reader -> new PatientReader(reader, Duration.ofMinutes(1), stop), edits, RETENTION, clock);
        progress = new ViewProgress(replica.topics(), new PollLog(), () -> {});
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        driver = new TopologyTestDriver(topology.of(replica, progress), settings, clock.instant());
    }

    private void send(@Nullable String key, String value) {
        send("events", key, value);
    }

    private void send(String channel, @Nullable String key, String value) {
        TestInputTopic<String, byte[]> topic =
                running().createInputTopic(channel, new StringSerializer(), new ByteArraySerializer());
        topic.pipeInput(key, value.getBytes(UTF_8));
    }

    private void sweep() {
        running().advanceWallClockTime(RETENTION);
    }

    private Optional<Row> row(String store, String key) {
        Object rows = running().getKeyValueStore(store);
        @SuppressWarnings("unchecked") // the topology's own
        KeyValueStore<Bytes, byte[]> bytes = (KeyValueStore<Bytes, byte[]>) rows;
        return new KeyValueRows(new StoreKeyValues(bytes), replica("View", store, false, new TextReader()))
                .get(key.getBytes(UTF_8));
    }

    private Optional<String> value(String store, String key) {
        return row(store, key)
                .filter(Row::live)
                .map(row -> new String(row.value().bytes(), UTF_8));
    }

    private ViewProgress view() {
        return Optional.ofNullable(progress).orElseThrow();
    }

    private TopologyTestDriver running() {
        return Optional.ofNullable(driver).orElseThrow();
    }
}
