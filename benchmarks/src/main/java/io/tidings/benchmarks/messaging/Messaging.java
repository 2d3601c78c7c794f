package io.tidings.benchmarks.messaging;

import com.example.shop.Purchase;
import io.tidings.benchmarks.Broker;
import io.tidings.benchmarks.KafkaClient;
import io.tidings.benchmarks.Results;
import io.tidings.benchmarks.Rounds;
import io.tidings.benchmarks.Turn;
import io.tidings.embedded.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Generated clients beside code that calls Kafka's clients itself, in one process and in turns whose order is swapped each round;
 * the broker has a process of its own.
 */
public final class Messaging {

    /** What can be measured. */
    public static final Set<String> PARTS = Set.of("orders", "workers", "questions");

    private static final int PARTITIONS = 4;
    private static final int CALLERS = 32;
    private static final int WORKERS = 64;
    private static final long MILLISECOND = 1_000_000;
    private static final Purchase QUESTION = Purchase.newBuilder()
            .setId("019388c1-7a3b-7c4d")
            .setCustomer("Ada Lovelace")
            .setAmount(123_450)
            .setQuantity(3)
            .setDiscount(0.125)
            .setExpress(true)
            .setVoucher("AUTUMN-2026")
            .setWeight(2.5f)
            .build();

    private final Broker broker;
    private final int messages;
    private final int rounds;

    private Messaging(Broker broker, int messages, int rounds) {
        this.broker = broker;
        this.messages = messages;
        this.rounds = rounds;
    }

    /**
     * Writes {@code target/messaging.txt}. Arguments are the messages of a turn and the rounds, 300000 and 5 by default, and
     * what to measure, by default all.
     */
    public static void main(String[] arguments) throws Exception {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Set<String> parts = arguments.length > 2 ? Set.copyOf(List.of(arguments).subList(2, arguments.length)) : PARTS;
        Path file = Path.of("target", "messaging.txt");
        try (Broker broker = Broker.start()) {
            Files.writeString(file, String.join("\n", measure(broker, messages, rounds, parts)) + "\n");
        }
        System.out.print(Files.readString(file));
    }

    /** A table for each part, in lines. */
    public static List<String> measure(Broker broker, int messages, int rounds, Set<String> parts) throws Exception {
        Messaging messaging = new Messaging(broker, messages, rounds);
        List<String> lines = new ArrayList<>();
        if (parts.contains("orders")) {
            lines.addAll(messaging.orders());
        }
        if (parts.contains("workers")) {
            lines.addAll(messaging.workers());
        }
        if (parts.contains("questions")) {
            lines.addAll(messaging.questions());
        }
        if (parts.contains("pending")) {
            lines.addAll(messaging.pending());
        }
        return lines;
    }

    /** Publishing, and a subscription whose handler does nothing. */
    private List<String> orders() throws Exception {
        Orders orders = new Orders();
        Map<String, KafkaClient> clients = new LinkedHashMap<>();
        clients.put("bare", new BareOrders(bare("5"), orders));
        clients.put("generated", new GeneratedOrders(generated("5"), orders));
        for (KafkaClient client : clients.values()) {
            broker.create(client.topic(), PARTITIONS);
        }
        List<String> lines = new Rounds(broker, clients, "bare").measure(messages, rounds);
        broker.delete(clients.values().stream().map(KafkaClient::topic).toList());
        return lines;
    }

    /** A handler that takes a millisecond for each message, waiting: one worker, and many. */
    private List<String> workers() throws Exception {
        GeneratedOrders client = new GeneratedOrders(generated("5"), new Orders());
        broker.create(client.topic(), PARTITIONS);
        client.produce(Math.max(messages / 3, 2));
        Results results = new Results("handle in 1 ms", "1 worker");
        for (int round = 0; round < rounds; round++) {
            results.add("1 worker", client.consume(Math.max(messages / 150, 2), 1, MILLISECOND));
            results.add(WORKERS + " workers", client.consume(Math.max(messages / 3, 2), WORKERS, MILLISECOND));
        }
        broker.delete(List.of(client.topic()));
        return results.lines(List.of("1 worker", WORKERS + " workers"));
    }

    /** Requests and their replies: one caller, and many. */
    private List<String> questions() throws Exception {
        for (String topic : List.of("questions", "answers", BareQuestions.QUESTIONS, BareQuestions.ANSWERS)) {
            broker.create(topic, PARTITIONS);
        }
        Map<String, String> generated = generated("0");
        generated.put("tidings.handler.threads", Integer.toString(CALLERS));
        try (Questions bare = new BareQuestions(bare("0"));
                Questions ours = new GeneratedQuestions(generated)) {
            Map<String, Questions> all = new LinkedHashMap<>();
            all.put("bare", bare);
            all.put("generated", ours);
            List<String> lines = new ArrayList<>(waits(all));
            lines.addAll(rates(all));
            return lines;
        }
    }

    /** Requests that stand in a database, by themselves: a bare loop has nothing like it. */
    private List<String> pending() throws Exception {
        for (String topic : List.of("questions", "answers")) {
            broker.create(topic, PARTITIONS);
        }
        Map<String, String> settings = generated("0");
        settings.put("tidings.handler.threads", Integer.toString(CALLERS));
        try (PostgresServer server = PostgresServer.start();
                Questions pending = new PendingQuestions(settings, server, 2 * CALLERS)) {
            List<String> lines = new ArrayList<>(waits(Map.of("pending", pending)));
            lines.addAll(rates(Map.of("pending", pending)));
            return lines;
        }
    }

    private List<String> waits(Map<String, Questions> all) throws Exception {
        int count = Math.max(messages / 100, 2);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-20s %10s %10s %10s", "ask, 1 caller", "p50 ms", "p99 ms", "longest"));
        List<String> order = new ArrayList<>(all.keySet());
        for (int round = rounds > 1 ? -1 : 0; round < rounds; round++) {
            Collections.reverse(order);
            for (String name : order) {
                Callers asked = Callers.ask(Objects.requireNonNull(all.get(name)), QUESTION, 1, count);
                if (round >= 0) {
                    lines.add(String.format(
                            Locale.ROOT,
                            "  %-18s %10.2f %10.2f %10.2f",
                            name,
                            asked.quantile(0.5),
                            asked.quantile(0.99),
                            asked.quantile(1)));
                }
            }
        }
        return lines;
    }

    private List<String> rates(Map<String, Questions> all) throws Exception {
        int count = Math.max(messages / 10, CALLERS);
        Results results = new Results(
                "ask, " + CALLERS + " callers",
                all.containsKey("bare") ? "bare" : all.keySet().iterator().next());
        List<String> order = new ArrayList<>(all.keySet());
        for (int round = rounds > 1 ? -1 : 0; round < rounds; round++) {
            Collections.reverse(order);
            for (String name : order) {
                Turn turn = Callers.ask(Objects.requireNonNull(all.get(name)), QUESTION, CALLERS, count)
                        .turn();
                if (round >= 0) {
                    results.add(name, turn);
                }
            }
        }
        return results.lines(all.keySet());
    }

    private Map<String, Object> bare(String linger) {
        return Map.of("bootstrap.servers", broker.servers(), "acks", "all", "linger.ms", linger);
    }

    private Map<String, String> generated(String linger) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("bootstrap.servers", broker.servers());
        settings.put("schema.registry.url", "mock://messaging");
        settings.put("client.id", "bench");
        settings.put("producer.linger.ms", linger);
        return settings;
    }
}
