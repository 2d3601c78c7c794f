package io.tidings.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class ApicurioRegistryIT {
    private static final String SCHEMA = "{\\\"type\\\":\\\"string\\\"}";

    @Test
    void keepsASchemaUntilItIsClosed() throws Exception {
        ApicurioRegistry registry = ApicurioRegistry.start();
        int port = URI.create(registry.url()).getPort();
        long pid = registry.process().pid();
        try (registry) {
            String id = send(request(registry, "/subjects/greeting-value/versions")
                    .POST(BodyPublishers.ofString("{\"schema\":\"" + SCHEMA + "\"}")));
            assertThat(id).matches("\\{\"id\":\\d+}");
            String schema = send(request(registry, "/schemas/ids/" + id.replaceAll("\\D", "")));
            assertThat(schema).contains(SCHEMA);

            assertThatThrownBy(() -> ApicurioRegistry.start(port))
                    .isInstanceOf(EmbeddedServiceException.class)
                    .hasMessageContaining("port " + port);
        }
        assertThat(registry.isRunning()).isFalse();
        assertThat(Processes.isGone(pid)).isTrue();
        assertThat(FreePorts.isFree(port)).isTrue();
    }

    private static HttpRequest.Builder request(ApicurioRegistry registry, String path) {
        return HttpRequest.newBuilder(URI.create(registry.url() + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json");
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
