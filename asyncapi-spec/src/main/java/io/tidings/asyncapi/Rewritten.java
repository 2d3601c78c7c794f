package io.tidings.asyncapi;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.reference.Relocation;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.TextFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A document made from another: by {@link AsyncApi#bundle(Path)} or {@link AsyncApi#convert(Path)}. Immutable, safe for use by several
 * threads.
 *
 * @param source what reading the other document yielded
 * @param root the tree of the new one; empty where the other is not valid: its diagnostics say why. Locations are those of
 *     the files that each part comes from, pointers those of the new document; relative references are relative to the
 *     folder of the other document
 * @param losses what the other document says and the new one does not, a warning each, where it was written
 */
public record Rewritten(ReadResult source, Optional<ObjectNode> root, List<Diagnostic> losses) {

    public Rewritten {
        losses = losses.stream().sorted(Diagnostic.ORDER).distinct().toList();
    }

    /** The text of the new document, to be put into the folder of the other; empty where there is none. */
    public Optional<String> text(TextFormat format) {
        return root.map(format::write);
    }

    /**
     * Writes the new document into a file, as {@link AsyncApi#write(io.tidings.asyncapi.model.AsyncApiDocument, Path)} does.
     *
     * @return whether there is a new document
     * @throws IOException where the file cannot be written; its folder must exist
     */
    public boolean write(Path file) throws IOException {
        if (root.isEmpty()) {
            return false;
        }
        Files.writeString(file, text(TextFormat.of(file), file).orElseThrow());
        return true;
    }

    /** The text of the new document, to be put into that file; empty where there is none. */
    public Optional<String> text(TextFormat format, Path file) {
        return root.map(
                tree -> format.write(Relocation.of(tree, tree.string("asyncapi").orElse(""), file)));
    }
}
