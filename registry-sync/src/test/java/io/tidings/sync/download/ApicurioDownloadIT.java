package io.tidings.sync.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.ApicurioRegistry;
import io.tidings.registry.SchemaRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a real registry, filled by nothing of ours. */
class ApicurioDownloadIT {
    private static final String COUNTRY = "{\"schema\":\"{\\\"type\\\":\\\"enum\\\",\\\"name\\\":\\\"Country\\\","
            + "\\\"namespace\\\":\\\"dl\\\",\\\"symbols\\\":[\\\"DE\\\"]}\"}";
    private static final String ADDRESS = "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Address\\\","
            + "\\\"namespace\\\":\\\"dl\\\",\\\"fields\\\":[{\\\"name\\\":\\\"country\\\",\\\"type\\\":\\\"Country\\\"}]}\","
            + "\"references\":[{\"name\":\"dl.Country\",\"subject\":\"dl.Country\",\"version\":1}]}";
    private static final String JSON = "{\"schemaType\":\"JSON\",\"schema\":\"{\\\"$schema\\\":"
            + "\\\"http://json-schema.org/draft-07/schema#\\\",\\\"type\\\":\\\"object\\\"}\"}";

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException, InterruptedException {
        register("dl.Country", COUNTRY);
        register("dl-address", ADDRESS);
        register("dl-json", JSON);
    }

    @Test
    void avroComesWithItsReferencesAndTheRestIsLeftOut() throws IOException {
        try (SchemaRegistry registry = SchemaRegistry.connect(
                Map.of("schema.registry.url", ApicurioRegistry.shared().url()))) {
            DownloadResult result = new Download(registry, new DownloadSettings(folder, false, false, false))
                    .run(List.of(Selection.of("dl-*")));

            assertThat(result.problems()).isEmpty();
            assertThat(result.files())
                    .extracting(DownloadedFile::file)
                    .containsExactly(folder.resolve("dl/Address.avsc"), folder.resolve("dl/Country.avsc"));
            assertThat(Files.readString(folder.resolve("dl/Address.avsc"))).contains("\"type\": \"Country\"");
            assertThat(result.warnings())
                    .singleElement()
                    .asString()
                    .startsWith("left out: ")
                    .contains("dl-json")
                    .contains("JSON");
        }
    }

    private static void register(String subject, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(ApicurioRegistry.shared().url() + "/subjects/" + subject + "/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(subject + ": " + answer.body()).isEqualTo(200);
    }
}
