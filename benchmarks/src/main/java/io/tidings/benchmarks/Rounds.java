package io.tidings.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Clients of one broker taking turns: each sends to a topic of its own, then each receives what it sent. Their order is swapped
 * each round.
 *
 * @param peer the client that all are compared with
 */
public record Rounds(Broker broker, Map<String, KafkaClient> clients, String peer) {

    /** Two tables of a line for each client: sending, and receiving. */
    public List<String> measure(int messages, int rounds) throws Exception {
        Results produced = new Results("produce", peer);
        Results consumed = new Results("consume", peer);
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

    private static void require(long there, long expected, String name) {
        if (there != expected) {
            throw new IllegalStateException(name + " sent " + expected + " messages, and " + there + " are there");
        }
    }
}
