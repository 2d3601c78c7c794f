package io.tidings.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.UnreachableException;
import io.tidings.messaging.config.InvalidConfigurationException;
import io.tidings.messaging.kafka.KafkaTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Connecting, and creating topics. */
class KafkaProvisioningIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS = TidingsExtension.builder().kafka().build();

    @Test
    void createsWhatIsMissingAndLeavesTheRest() {
        TopicSpec one = new TopicSpec(TIDINGS.unique("one"), 3, 1, Map.of("cleanup.policy", "compact"));
        TopicSpec other = new TopicSpec(TIDINGS.unique("other"), 0, 0, Map.of());

        TIDINGS.transport().provision(List.of(one));
        TIDINGS.transport().provision(List.of(one, other, other));

        assertThat(TIDINGS.topics().messages(other.name())).isEmpty();
    }

    @Test
    void reportsAllThatTheBrokerRefuses() {
        TopicSpec replicated = new TopicSpec(TIDINGS.unique("replicated"), 1, 3, Map.of());
        TopicSpec misspelt = new TopicSpec(TIDINGS.unique("misspelt"), 1, 1, Map.of("cleanup.polcy", "compact"));

        assertThatThrownBy(() -> TIDINGS.transport().provision(List.of(replicated, misspelt)))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining(replicated.name())
                .hasMessageContaining("tidings.provision.replicas=1")
                .hasMessageContaining(misspelt.name());
    }

    @Test
    void createsWhatIsReplicatedOnADevelopersMachineToo() {
        TopicSpec replicated = new TopicSpec(TIDINGS.unique("three"), 1, 3, Map.of());
        Map<String, String> configuration = new LinkedHashMap<>(TIDINGS.configuration());
        configuration.put("tidings.provision.replicas", "1");
        try (KafkaTransport transport = KafkaTransport.connect(configuration)) {
            transport.provision(List.of(replicated));
        }

        assertThat(TIDINGS.topics().messages(replicated.name())).isEmpty();
    }

    @Test
    void namesTheRegistryThatDoesNotAnswer() throws IOException {
        Map<String, String> configuration = withoutRegistry();

        assertThatThrownBy(() -> KafkaTransport.connect(configuration))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining(configuration.get("schema.registry.url"))
                .hasMessageContaining("'schema.registry.url'");
    }

    @Test
    void startsWithoutTheRegistryWhenSchemasAreCached(@TempDir Path cache) throws IOException {
        Files.writeString(cache.resolve("1.avsc"), "\"string\"");
        Map<String, String> configuration = withoutRegistry();
        configuration.put("tidings.schema.cache.dir", cache.toString());

        KafkaTransport.connect(configuration).close();
    }

    private static Map<String, String> withoutRegistry() throws IOException {
        Map<String, String> configuration = new LinkedHashMap<>(TIDINGS.configuration());
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            configuration.put("schema.registry.url", "http://127.0.0.1:" + closedAtOnce.getLocalPort());
        }
        return configuration;
    }
}
