package io.tidings.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    @Test
    void neverGivesTheSameTwice() {
        assertThat(IntStream.range(0, 100).map(i -> FreePorts.next())).doesNotHaveDuplicates();
    }

    @Test
    void seesWhetherSomebodyListens() throws IOException {
        int port = FreePorts.next();
        assertThat(FreePorts.isFree(port)).isTrue();
        try (ServerSocket listening = new ServerSocket()) {
            listening.bind(FreePorts.loopback(port));
            assertThat(FreePorts.isFree(port)).isFalse();
            assertThatThrownBy(() ->
                            KafkaBroker.start(KafkaBrokerOptions.defaults().withPort(port)))
                    .isInstanceOf(EmbeddedServiceException.class)
                    .hasMessageContaining("port " + port);
        }
    }
}
