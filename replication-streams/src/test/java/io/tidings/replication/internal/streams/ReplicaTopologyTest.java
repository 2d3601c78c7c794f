package io.tidings.replication.internal.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
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
    private final Map<String, ViewProgress> views = new HashMap<>();
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
        run(new Replica("View", "events", "View-1", persistent, new TextReader()));

        send("roma", "2=Roma");
        send("roma", "1=late");
        send("roma", "2=Roma again");
        send("napoli", "1=Napoli");
        send("napoli", "2=");
        send("napoli", "1=Napoli");

        assertThat(value("View-1", "roma")).hasValue("Roma");
        assertThat(row("View-1", "napoli"))
                .hasValueSatisfying(row -> assertThat(row.grave()).isTrue());
        assertThat(view("View").live()).isEqualTo(1);
    }

    @Test
    void poisonParksItsKeyAndOthersFlow() {
        run(new Replica("View", "events", "View-1", false, new TextReader()));

        send("roma", "1=Roma");
        send("roma", "what");
        send("napoli", "1=Napoli");

        assertThat(view("View").parked()).isEqualTo(1);
        assertThat(value("View-1", "roma")).hasValue("Roma");
        assertThat(value("View-1", "napoli")).hasValue("Napoli");

        send("roma", "2=healed");

        assertThat(view("View").parked()).isZero();
        assertThat(value("View-1", "roma")).hasValue("healed");
    }

    @Test
    void otherKindsAndRecordsWithoutAKeyArePassedOver() {
        run(new Replica("View", "events", "View-1", false, new TextReader()));

        send("roma", "#");
        send(null, "1=nobody");

        assertThat(row("View-1", "roma")).isEmpty();
        assertThat(view("View").withoutKey()).isEqualTo(1);
        assertThat(view("View").positions()).containsExactly(Map.entry(0, 2L));
    }

    @Test
    void viewsOfOneTopicHaveStoresOfTheirOwn() {
        run(
                new Replica("One", "events", "One-1", true, new TextReader()),
                new Replica("Two", "events", "Two-1", false, (message, origin) -> Optional.empty()));

        send("roma", "1=Roma");

        assertThat(value("One-1", "roma")).hasValue("Roma");
        assertThat(row("Two-1", "roma")).isEmpty();
    }

    @Test
    void gravesAreRemovedWhenTheyWereKeptForLongEnough() {
        run(new Replica("View", "events", "View-1", true, new TextReader()));
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
        run(new Replica("View", "events", "View-1", false, (message, origin) -> {
            if (failures.getAndDecrement() > 0) {
                throw new TransientMessagingException("the registry is away", null);
            }
            return new TextReader().read(message, origin);
        }));

        send("roma", "1=Roma");

        assertThat(value("View-1", "roma")).hasValue("Roma");
    }

    private void run(Replica... replicas) {
        ReplicaTopology topology = new ReplicaTopology(
                replica -> {
                    ViewProgress progress = new ViewProgress(replica.topic(), new PollLog(), () -> {});
                    views.put(replica.view(), progress);
                    return progress;
                },
                reader -> new PatientReader(reader, Duration.ofMinutes(1), stop),
                RETENTION,
                clock);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        driver = new TopologyTestDriver(topology.of(List.of(replicas)), settings, clock.instant());
    }

    private void send(@Nullable String key, String value) {
        TestInputTopic<String, byte[]> topic =
                running().createInputTopic("events", new StringSerializer(), new ByteArraySerializer());
        topic.pipeInput(key, value.getBytes(UTF_8));
    }

    private void sweep() {
        running().advanceWallClockTime(RETENTION);
    }

    private Optional<Row> row(String store, String key) {
        byte[] row = (byte[]) running().getKeyValueStore(store).get(Bytes.wrap(key.getBytes(UTF_8)));
        return Optional.ofNullable(row).map(RowFormat::read);
    }

    private Optional<String> value(String store, String key) {
        return row(store, key)
                .filter(Row::live)
                .map(row -> new String(row.value().bytes(), UTF_8));
    }

    private ViewProgress view(String name) {
        return Optional.ofNullable(views.get(name)).orElseThrow();
    }

    private TopologyTestDriver running() {
        return Optional.ofNullable(driver).orElseThrow();
    }
}
