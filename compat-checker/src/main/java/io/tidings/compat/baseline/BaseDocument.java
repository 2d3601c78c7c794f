package io.tidings.compat.baseline;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.source.Location;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An earlier version of a document.
 *
 * @param source as the user named it
 * @param shown how its places are called in reports: a base from git is read from elsewhere
 * @param texts what stood in those of its files that are called otherwise than they are on the disk: where they were read
 *     from may be gone when someone wants to see the line
 * @param released when it came into use, where that is known
 * @param versioned whether its version is known; a registry holds schemas, and knows no versions of documents
 */
public record BaseDocument(
        String source,
        AsyncApiDocument document,
        UnaryOperator<Location> shown,
        Map<String, String> texts,
        @Nullable Instant released,
        boolean versioned)
        implements EarlierVersion {

    public BaseDocument {
        texts = Map.copyOf(texts);
    }

    /** A document whose files stay on the disk, and of which nobody knows when it was released. */
    public BaseDocument(String source, AsyncApiDocument document, UnaryOperator<Location> shown) {
        this(source, document, shown, Map.of(), null, true);
    }

    /** Reads a file that must be a valid document. */
    static BaseDocument read(String source, Path file, UnaryOperator<Location> shown) {
        return read(source, file, shown, ReadOptions.DEFAULT);
    }

    static BaseDocument read(String source, Path file, UnaryOperator<Location> shown, ReadOptions options) {
        return of(source, AsyncApi.read(file, options), shown);
    }

    /** What was read, which must be a valid document. */
    static BaseDocument of(String source, ReadResult read, UnaryOperator<Location> shown) {
        ReadResult result = Places.shown(read, shown);
        AsyncApiDocument document =
                result.document().filter(d -> result.valid()).orElse(null);
        if (document == null) {
            throw new BaselineException(
                    "the base " + source + " is not a valid document: "
                            + result.diagnostics().stream()
                                    .filter(diagnostic -> diagnostic.isError())
                                    .findFirst()
                                    .map(diagnostic -> diagnostic.location() + ": " + diagnostic.message())
                                    .orElse("it says nothing"),
                    result);
        }
        return new BaseDocument(source, document, shown, KeptTexts.of(result.sources(), shown), null, true);
    }

    /**
     * A document made of the schemas that a registry holds.
     *
     * @param texts of the schemas, by the names of their places
     */
    public static BaseDocument ofSchemas(String source, AsyncApiDocument document, Map<String, String> texts) {
        return new BaseDocument(source, document, UnaryOperator.identity(), texts, null, false);
    }

    @Override
    public Optional<String> version() {
        return versioned ? Optional.of(document.info().version()) : Optional.empty();
    }

    /** It has been read. */
    @Override
    public BaseDocument read() {
        return this;
    }

    /** The same, known to be in use since. */
    BaseDocument released(Instant since) {
        return new BaseDocument(source, document, shown, texts, since, versioned);
    }
}
