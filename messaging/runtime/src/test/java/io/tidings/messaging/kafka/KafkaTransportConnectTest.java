package io.tidings.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.UnreachableException;
import io.tidings.messaging.config.InvalidConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a user sees who starts an application where there is no broker. */
class KafkaTransportConnectTest {

    @Test
    void namesWhatWhereAndTheSettingWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closedAtOnce.getLocalPort();
        }

        assertThatThrownBy(() -> KafkaTransport.connect(configuration("127.0.0.1:" + port)))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("Kafka at 127.0.0.1:" + port)
                .hasMessageContaining("'bootstrap.servers'");
    }

    @Test
    void saysTheSameWhenWhoListensIsNoBroker() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + mute.getLocalPort();

            assertThatThrownBy(() -> KafkaTransport.connect(configuration(address)))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining(address);
        }
    }

    @Test
    void saysTheSameWhenTheHostIsUnknown() {
        assertThatThrownBy(() -> KafkaTransport.connect(configuration("no-such-host.invalid:9092")))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("no-such-host.invalid:9092");
    }

    @Test
    void reportsWrongSettingsBeforeItLooksForABroker() {
        assertThatThrownBy(() -> KafkaTransport.connect(Map.of("tidings.conect.timeout.ms", "1")))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("bootstrap.servers")
                .hasMessageContaining("tidings.connect.timeout.ms");
    }

    private static Map<String, String> configuration(String servers) {
        return Map.of(
                "bootstrap.servers", servers,
                "schema.registry.url", "mock://connect",
                "tidings.connect.timeout.ms", "500");
    }
}
