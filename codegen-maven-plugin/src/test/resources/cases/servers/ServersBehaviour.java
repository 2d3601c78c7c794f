import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gen.application.DepotServers;
import gen.application.WatchSubscriber;
import io.tidings.messaging.config.InvalidConfigurationException;
import java.util.Map;

/** What a user does with the servers of a document. */
public final class ServersBehaviour {

    private static final String JAAS = "sasl.jaas.config";

    public void aServerIsAConfiguration() {
        assertThat(DepotServers.default_().configuration())
                .containsOnly(
                        Map.entry("bootstrap.servers", "localhost:9092"),
                        Map.entry("security.protocol", "PLAINTEXT"),
                        Map.entry("client.id", "depot-1"));
    }

    public void variablesAreTypedAndHaveDefaults() {
        assertThat(DepotServers.production().with(Map.of(JAAS, "...")))
                .containsEntry("bootstrap.servers", "kafka.eu.example.org:9093,spare.eu.example.org:9092")
                .containsEntry("schema.registry.url", "https://registry.eu.example.org")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512");
        assertThat(DepotServers.production(DepotServers.ProductionRegion.US_WEST, "9000")
                        .settings())
                .containsEntry("bootstrap.servers", "kafka.us-west.example.org:9000,spare.us-west.example.org:9092");
    }

    public void secretsAreAskedFor() {
        assertThatThrownBy(() -> DepotServers.production().configuration())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining(
                        "sasl.jaas.config: is not set. Server 'production' lets clients in by scramSha512.");
        assertThatThrownBy(() -> DepotServers.certified("9093").configuration())
                .hasMessageContaining("ssl.keystore.location");
    }

    public void whoMayChooseIsNotAsked() {
        assertThat(DepotServers.choice().configuration()).containsEntry("sasl.mechanism", "OAUTHBEARER");
    }

    public void theCallersSettingsWin() {
        assertThat(DepotServers.default_().with(Map.of("bootstrap.servers", "broker:1", "tidings.source", "/d")))
                .containsEntry("bootstrap.servers", "broker:1")
                .containsEntry("tidings.source", "/d");
    }

    public void aGroupMayBeADefault() {
        assertThat(WatchSubscriber.GROUP).isEqualTo("watchers");
    }
}
