package io.tidings.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.benchmarks.messaging.Messaging;
import io.tidings.benchmarks.replication.Replicas;
import io.tidings.benchmarks.transactional.Transactional;
import io.tidings.embedded.PostgresServer;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sends and receives a few messages with each client, so that the measurements do not rot; it says nothing of speed. */
class OverKafkaIT {

    private static Broker broker;

    @BeforeAll
    static void start() {
        broker = Broker.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void eachClientSendsAndReceives() throws Exception {
        assertThat(EndToEnd.measure(broker, 300, 1, Set.of()))
                .filteredOn(line -> line.startsWith("  "))
                .as("clients, sending and receiving")
                .hasSize(2 * 5);
    }

    @Test
    void generatedClientsAndBareOnesDoTheSameWork() throws Exception {
        assertThat(Messaging.measure(broker, 300, 1, Messaging.PARTS))
                .filteredOn(line -> line.startsWith("  "))
                .as("producing, consuming, workers, waits and rates")
                .hasSize(5 * 2);
    }

    @Test
    void whatSendsAnOutboxSendsAllOfItInOrder() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            assertThat(Transactional.measure(broker, server, 200, 1, Set.of("drain", "wait-1000", "write", "receive")))
                    .filteredOn(line -> line.startsWith("  "))
                    .as("drains, waits, writers, receivers")
                    .hasSize(6 + 4 + 3 + 3);
        }
    }

    @Test
    void copiesOfATopicHaveAllOfIt() throws Exception {
        assertThat(Replicas.measure(broker, 200, 1, Set.of("load", "see")))
                .filteredOn(line -> line.startsWith("  "))
                .as("loads, and waits until what was published is seen")
                .hasSize(5 + 2);
    }
}
