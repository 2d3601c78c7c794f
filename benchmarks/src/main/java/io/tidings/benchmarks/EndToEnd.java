package io.tidings.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Orders through Kafka: how many a second one producer sends and one consumer receives, whoever writes and reads them. All
 * clients take turns in this process, their order swapped each round; the broker has a process of its own.
 */
public final class EndToEnd {

    private EndToEnd() {}

    /**
     * Writes {@code target/end-to-end.txt}. Arguments are the messages of a turn and the rounds, 500000 and 5 by default, and
     * the names of clients, by default all.
     */
    public static void main(String[] arguments) throws Exception {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path file = Path.of("target", "end-to-end.txt");
        Set<String> names = Set.copyOf(List.of(arguments).subList(Math.min(2, arguments.length), arguments.length));
        Files.writeString(file, String.join("\n", measure(messages, rounds, names)) + "\n");
        System.out.print(Files.readString(file));
    }

    /** Tables of a line for each client. */
    static List<String> measure(int messages, int rounds, Set<String> names) throws Exception {
        try (Broker broker = Broker.start()) {
            Map<String, KafkaClient> clients = KafkaClients.of(broker.servers());
            if (!names.isEmpty()) {
                clients.keySet().retainAll(names);
            }
            Results produced = new Results("produce");
            Results consumed = new Results("consume");
            for (KafkaClient client : clients.values()) {
                broker.create(client.topic());
            }
            List<String> order = new ArrayList<>(clients.keySet());
            // A measurement begins with two shorter rounds that only warm up.
            for (int round = rounds > 1 ? -2 : 0; round < rounds; round++) {
                boolean counts = round >= 0;
                int count = counts ? messages : Math.max(messages / 3, 1);
                Collections.reverse(order);
                for (String name : order) {
                    KafkaClient client = Objects.requireNonNull(clients.get(name));
                    Turn turn = client.produce(count);
                    require(broker.size(client.topic()), count, name);
                    if (counts) {
                        produced.add(name, turn);
                    }
                }
                for (String name : order) {
                    KafkaClient client = Objects.requireNonNull(clients.get(name));
                    Turn turn = client.consume(count);
                    if (counts) {
                        consumed.add(name, turn);
                    }
                    broker.empty(client.topic());
                }
            }
            List<String> lines = new ArrayList<>(produced.lines(clients.keySet()));
            lines.addAll(consumed.lines(clients.keySet()));
            return lines;
        }
    }

    private static void require(long there, long expected, String name) {
        if (there != expected) {
            throw new IllegalStateException(name + " sent " + expected + " messages, and " + there + " are there");
        }
    }
}
