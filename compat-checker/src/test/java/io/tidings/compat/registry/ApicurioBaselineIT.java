package io.tidings.compat.registry;

import io.tidings.embedded.ApicurioRegistry;
import io.tidings.registry.CompatibilityLevel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** The same with a real registry. */
class ApicurioBaselineIT extends RegistryBaselineContract {

    @Override
    Map<String, String> settings() {
        return Map.of("schema.registry.url", ApicurioRegistry.shared().url());
    }

    @Override
    void demand(String subject, CompatibilityLevel level) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(ApicurioRegistry.shared().url() + "/config/" + subject))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"" + level + "\"}"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("cannot set the level: " + answer.body());
        }
    }
}
