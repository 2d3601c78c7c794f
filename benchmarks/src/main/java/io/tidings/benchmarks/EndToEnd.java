package io.tidings.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        try (Broker broker = Broker.start()) {
            Files.writeString(file, String.join("\n", measure(broker, messages, rounds, names)) + "\n");
        }
        System.out.print(Files.readString(file));
    }

    /** Tables of a line for each client. */
    static List<String> measure(Broker broker, int messages, int rounds, Set<String> names) throws Exception {
        Map<String, KafkaClient> clients = KafkaClients.of(broker.servers());
        if (!names.isEmpty()) {
            clients.keySet().retainAll(names);
        }
        for (KafkaClient client : clients.values()) {
            broker.create(client.topic(), 1);
        }
        return new Rounds(broker, clients, "confluent").measure(messages, rounds);
    }
}
