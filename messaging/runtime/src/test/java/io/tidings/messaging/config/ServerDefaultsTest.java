package io.tidings.messaging.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.config.ServerDefaults.Credential;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerDefaultsTest {

    private final ServerDefaults open = new ServerDefaults(
            "local", Map.of("bootstrap.servers", "localhost:9092", "client.id", "parcels"), List.of());
    private final ServerDefaults guarded = new ServerDefaults(
            "production",
            Map.of("bootstrap.servers", "kafka:9093", "security.protocol", "SASL_SSL"),
            List.of(new Credential(List.of("sasl.jaas.config"), "Server 'production' asks for a password.")));

    @Test
    void whatTheCallerSetsBeatsTheDocument() {
        assertThat(open.with(Map.of("bootstrap.servers", "kafka:9092", "tidings.source", "/parcels")))
                .containsOnly(
                        Map.entry("bootstrap.servers", "kafka:9092"),
                        Map.entry("client.id", "parcels"),
                        Map.entry("tidings.source", "/parcels"));
        assertThat(open.configuration()).isEqualTo(open.settings());
    }

    @Test
    void whatIsInTheEnvironmentIsTheCallers() {
        Map<String, String> variables = Map.of(
                "BOOTSTRAP_SERVERS", "kafka:9092",
                "SCHEMA_REGISTRY_URL", "http://registry:8081",
                "TIDINGS_HANDLER_THREADS", "8",
                "PATH", "/bin",
                "bootstrap_servers", "no",
                "HOME", "/root");

        assertThat(ServerDefaults.environment(variables))
                .containsOnly(
                        Map.entry("bootstrap.servers", "kafka:9092"),
                        Map.entry("schema.registry.url", "http://registry:8081"),
                        Map.entry("tidings.handler.threads", "8"));
    }

    @Test
    void credentialsAreAskedForAtOnce() {
        assertThatThrownBy(guarded::configuration)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("sasl.jaas.config: is not set. Server 'production' asks for a password.");
        assertThat(guarded.with(Map.of("sasl.jaas.config", "…"))).containsKey("sasl.jaas.config");
        assertThat(guarded.with(Map.of("producer.sasl.jaas.config", "…"))).containsKey("bootstrap.servers");
    }

    @Test
    void aDevelopersMachineNeedsNone() {
        assertThat(guarded.with(Map.of("security.protocol", "PLAINTEXT", "bootstrap.servers", "localhost:9092")))
                .containsEntry("security.protocol", "PLAINTEXT");
    }
}
