package io.tidings.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The documents of the tests. */
public final class Documents {
    public static final Path FOLDER = Path.of("src/test/resources/io/tidings/site/sites");

    private Documents() {}

    /** One that says nearly everything that a document can say. */
    public static AsyncApiDocument payments() {
        return read(FOLDER.resolve("payments/asyncapi.yaml"));
    }

    /** One of 2.x that meets the other on a channel. */
    public static AsyncApiDocument shipping() {
        return read(FOLDER.resolve("shipping/asyncapi.yaml"));
    }

    public static AsyncApiDocument read(Path file) {
        ReadResult result = AsyncApi.read(file);
        assertThat(result.diagnostics().stream().filter(diagnostic -> diagnostic.isError()))
                .isEmpty();
        return result.document().orElseThrow();
    }

    /** A document that stands in a test. */
    public static AsyncApiDocument of(Path folder, String yaml) {
        try {
            return read(Files.writeString(folder.resolve("asyncapi.yaml"), yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only page of a site of one document. */
    public static String page(AsyncApiDocument document) {
        List<SitePage> pages = DocumentSite.of(List.of(document), List.of()).pages();
        assertThat(pages).hasSize(1);
        return pages.get(0).content();
    }
}
