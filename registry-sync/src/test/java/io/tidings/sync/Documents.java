package io.tidings.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Documents written for a test. */
public final class Documents {
    private final Path folder;

    public Documents(Path folder) {
        this.folder = folder;
    }

    /** A document that sends one message on the channel {@code orders}. */
    public AsyncApiDocument sending(String payload) {
        return write("asyncapi.yaml", """
                asyncapi: 3.0.0
                info: { title: Orders, version: 1.0.0 }
                channels:
                  orders:
                    address: orders
                    messages:
                      OrderPlaced:
                        payload:
                          schemaFormat: application/vnd.apache.avro;version=1.12.0
                          schema: %s
                operations:
                  placeOrder: { action: send, channel: { $ref: '#/channels/orders' } }
                """.formatted(payload));
    }

    /** A document with this text; valid. */
    public AsyncApiDocument write(String name, String text) {
        file(name, text);
        ReadResult result = AsyncApi.read(folder.resolve(name));
        assertThat(result.diagnostics())
                .filteredOn(diagnostic -> diagnostic.isError())
                .isEmpty();
        return result.document().orElseThrow();
    }

    /** A file beside the document. */
    public void file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
