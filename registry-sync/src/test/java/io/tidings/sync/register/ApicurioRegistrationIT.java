package io.tidings.sync.register;

import io.tidings.embedded.ApicurioRegistry;
import io.tidings.registry.SchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;

/** The same with a real registry. */
class ApicurioRegistrationIT extends RegistrationContract {

    @BeforeAll
    static void backward() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(ApicurioRegistry.shared().url() + "/config"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"BACKWARD\"}"))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("cannot set the level: " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    SchemaRegistry open() {
        return SchemaRegistry.connect(
                Map.of("schema.registry.url", ApicurioRegistry.shared().url()));
    }
}
