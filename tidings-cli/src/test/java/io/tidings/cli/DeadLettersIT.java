package io.tidings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.KafkaBroker;
import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.kafka.KafkaTransport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command beside a running service, on a real broker. */
class DeadLettersIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Schema ORDER =
            SchemaBuilder.record("Order").fields().requiredString("dish").endRecord();
    private static final MessageType<GenericRecord> ORDERS = new MessageType<>("Order", GenericRecord.class, ORDER);

    private final String topic = "orders-" + System.nanoTime();
    private final Channel<String> channel = new Channel<>("orders", topic, KeyType.STRING);
    private final Map<String, String> settings = Map.of(
            "bootstrap.servers", KafkaBroker.shared().bootstrapServers(),
            "schema.registry.url", "mock://dead-letters-it",
            "tidings.retry.backoff.ms", "1");
    private final Queue<String> cooked = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean ovenWorks = new AtomicBoolean();
    private KafkaTransport transport;

    @BeforeEach
    void openTheKitchen() throws Exception {
        transport = KafkaTransport.connect(settings);
        transport.provision(List.of(new TopicSpec(topic, 1, 1, Map.of())));
    }

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void listsShowsDropsAndReplays() throws Exception {
        subscribe();
        send("table 1", "pizza", "soup");
        // The list begins with what was parked first; keys are handled side by side.
        await("dead-letters list", out -> out.contains("1 key is parked."));
        send("table 2", "bread");
        send("table 3", "cake", "tea");
        await("dead-letters list", out -> out.contains("2 keys are parked."));

        assertThat(run("dead-letters list").out())
                .contains("table 1  2 letters", "table 3  2 letters", "PoisonMessageException: The oven is cold")
                .doesNotContain("table 2");
        assertThat(run("dead-letters list --format json").out())
                .startsWith("{\"formatVersion\":1,\"parked\":[{\"key\":\"table 1\",\"partition\":0,\"offset\":0,");
        assertThat(run("dead-letters show", "table 1").out())
                .contains("why      io.tidings.messaging.PoisonMessageException: The oven is cold")
                .contains("ce_type: Order")
                .contains("Waits behind offset 0 of its key")
                .endsWith("2 letters.\n");

        Answer failed = run("dead-letters replay", "table 1");
        assertThat(failed.status()).isEqualTo(Status.DOES_NOT_HOLD);
        assertThat(failed.out()).isEqualTo("table 1  still parked, at offset 0: The oven is cold\n");

        Answer dropped = run("dead-letters drop", "table 1");
        assertThat(dropped.status()).isEqualTo(Status.HOLDS);
        assertThat(dropped.out()).startsWith("table 1  still parked, at offset 1: ");
        ovenWorks.set(true);
        Answer replayed = run("dead-letters replay --all --format json");
        assertThat(replayed.status()).isEqualTo(Status.HOLDS);
        assertThat(replayed.out())
                .isEqualTo("{\"formatVersion\":1,\"keys\":[{\"key\":\"table 1\",\"answer\":\"released\"},"
                        + "{\"key\":\"table 3\",\"answer\":\"released\"}]}\n");
        assertThat(cooked)
                .containsExactlyInAnyOrder("bread", "soup", "cake", "tea")
                .containsSubsequence("cake", "tea");
        assertThat(run("dead-letters list").out()).startsWith("Nothing is parked");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(run("dead-letters show", "nobody").err()).isEqualTo("tidings: 'nobody' is not parked; nothing is\n");
        assertThat(run("dead-letters show", "nobody").status()).isEqualTo(Status.UNUSABLE);
        assertThat(of("dead-letters", "list", "--topic", "no-such", "--group", "g", "--bootstrap-servers", servers())
                        .err())
                .startsWith("tidings: There is no topic 'no-such'.");
        assertThat(of("dead-letters", "list", "--topic", topic, "--group", "g").err())
                .startsWith("tidings: no broker is named");
        assertThat(of("dead-letters", "list", "--topic", topic, "--group", "g", "--config", "no-such-file")
                        .err())
                .startsWith("tidings: ");
        assertThat(of("dead-letters", "replay", "--topic", topic, "--group", "g", "--bootstrap-servers", servers())
                        .status())
                .isEqualTo(Status.UNUSABLE);
    }

    private void subscribe() throws InterruptedException {
        MessageHandler<String> handler = message -> {
            GenericRecord order = (GenericRecord) Objects.requireNonNull(message.payload());
            String dish = String.valueOf(order.get("dish"));
            if (!ovenWorks.get() && (dish.equals("pizza") || dish.equals("cake"))) {
                throw new PoisonMessageException("The oven is cold", null);
            }
            cooked.add(dish);
        };
        Subscription subscription =
                transport.subscribe(new SubscriptionSpec<>(channel, List.of(ORDERS), "kitchen"), handler);
        assertThat(subscription.awaitReady(SOON)).isTrue();
    }

    private void send(String key, String... dishes) throws Exception {
        for (String dish : dishes) {
            GenericRecord order = new GenericData.Record(ORDER);
            order.put("dish", dish);
            transport
                    .sink()
                    .send(OutgoingMessage.of(channel, ORDERS, key, order, SendOptions.NONE))
                    .toCompletableFuture()
                    .get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private record Answer(int status, String out, String err) {}

    private Answer run(String command, String... keys) {
        List<String> args = new ArrayList<>(Arrays.asList(command.split(" ")));
        args.addAll(List.of("--topic", topic, "--group", "kitchen", "--bootstrap-servers", servers()));
        args.addAll(List.of(keys));
        return of(args.toArray(new String[0]));
    }

    private static String servers() {
        return KafkaBroker.shared().bootstrapServers();
    }

    private static Answer of(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Tidings.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void await(String command, Predicate<String> condition) {
        long end = System.nanoTime() + SOON.toNanos();
        String out = run(command).out();
        while (!condition.test(out) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            out = run(command).out();
        }
        assertThat(out).matches(condition);
    }
}
