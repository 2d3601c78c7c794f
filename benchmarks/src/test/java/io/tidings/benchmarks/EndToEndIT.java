package io.tidings.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sends and receives a few messages with each client, so that the measurement does not rot; it says nothing of speed. */
class EndToEndIT {

    @Test
    void eachClientSendsAndReceives() throws Exception {
        assertThat(EndToEnd.measure(300, 1, Set.of()))
                .filteredOn(line -> line.startsWith("  "))
                .as("clients, sending and receiving")
                .hasSize(2 * 5);
    }
}
