package io.tidings.asyncapi;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.AsyncApiDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What reading a document yields.
 *
 * @param file the document, as the caller named it
 * @param document the model, as far as it could be built; empty only where nothing could (no file, no YAML, not AsyncAPI).
 *     With errors among the diagnostics it may lack parts: generate and judge only what is {@link #valid()}
 * @param diagnostics all of them, in {@link Diagnostic#ORDER}
 * @param version the {@code asyncapi} field as written, where there is one
 * @param sources every file that was read, the document first: what a build has to watch
 */
public record ReadResult(
        Path file,
        Optional<AsyncApiDocument> document,
        List<Diagnostic> diagnostics,
        Optional<String> version,
        SortedSet<Path> sources) {

    public ReadResult {
        diagnostics = diagnostics.stream().sorted(Diagnostic.ORDER).distinct().toList();
        sources = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(sources));
    }

    /** Whether no diagnostic is an error. */
    public boolean valid() {
        return diagnostics.stream().noneMatch(Diagnostic::isError);
    }
}
