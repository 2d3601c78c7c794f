package io.tidings.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.ApicurioRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

class ApicurioContractIT extends SchemaRegistryContract {

    @Override
    SchemaRegistry open() {
        return SchemaRegistry.connect(
                Map.of("schema.registry.url", ApicurioRegistry.shared().url()));
    }

    @Override
    void demand(String subject, CompatibilityLevel level) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(ApicurioRegistry.shared().url() + "/config/" + subject))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"" + level + "\"}"))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }
}
