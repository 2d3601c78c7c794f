package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.config.ServerDefaults;
import java.util.List;
import java.util.Map;

/** How to reach the servers of Depot, for clients that are not told otherwise. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class DepotServers {
    private DepotServers() {}

    /**
     * Server {@code production}, where the document's defaults hold.
     *
     * <p>Where customers are served.
     */
    public static ServerDefaults production() {
        return production(ProductionRegion.EU, "9093");
    }

    /**
     * Server {@code production}.
     *
     * <p>Where customers are served.
     *
     * @param region Nearest is best, &#42;always&#42;.
     */
    public static ServerDefaults production(ProductionRegion region, String port) {
        return new ServerDefaults(
                "production",
                Map.of(
                        "bootstrap.servers", "kafka." + region + ".example.org:" + port + ",spare." + region + ".example.org:9092",
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "SCRAM-SHA-512",
                        "schema.registry.url", "https://registry." + region + ".example.org",
                        "client.id", "depot-1"),
                List.of(
                        new ServerDefaults.Credential(
                                List.of("sasl.jaas.config", "sasl.client.callback.handler.class"),
                                "Server 'production' lets clients in by scramSha512.")));
    }

    /** Server {@code certified}. */
    public static ServerDefaults certified(String port) {
        return new ServerDefaults(
                "certified",
                Map.of(
                        "bootstrap.servers", "certified.example.org:" + port,
                        "security.protocol", "SSL",
                        "client.id", "depot-1"),
                List.of(
                        new ServerDefaults.Credential(
                                List.of("ssl.keystore.location", "ssl.keystore.certificate.chain"),
                                "Server 'certified' lets clients in by X509.")));
    }

    /** Server {@code default}. */
    public static ServerDefaults default_() {
        return new ServerDefaults(
                "default",
                Map.of(
                        "bootstrap.servers", "localhost:9092",
                        "security.protocol", "PLAINTEXT",
                        "client.id", "depot-1"),
                List.of());
    }

    /** Server {@code choice}. */
    public static ServerDefaults choice() {
        return new ServerDefaults(
                "choice",
                Map.of(
                        "bootstrap.servers", "choice.example.org:9092",
                        "security.protocol", "SASL_PLAINTEXT",
                        "sasl.mechanism", "OAUTHBEARER",
                        "client.id", "depot-1"),
                List.of());
    }

    /**
     * The values of variable {@code region}.
     *
     * <p>Nearest is best, &#42;always&#42;.
     */
    public enum ProductionRegion {
        EU("eu"),

        US_WEST("us-west");

        private final String text;

        ProductionRegion(String text) {
            this.text = text;
        }

        /** As it stands in addresses. */
        @Override
        public String toString() {
            return text;
        }
    }
}
