package io.tidings.asyncapi;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.reference.Relocation;
import io.tidings.asyncapi.source.TextFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads, writes, bundles and converts AsyncAPI documents. Start with {@link #read(Path)}:
 *
 * <pre>{@code
 * ReadResult result = AsyncApi.read(Path.of("asyncapi.yaml"));
 * result.diagnostics().forEach(System.out::println);           // all there is to say, each with file, line and column
 * AsyncApiDocument document = result.document().orElseThrow(); // one model for all versions, in the terms of 3.x
 * document.operations().get("placeOrder").channel().address();
 * }</pre>
 *
 * <p>{@link #write(AsyncApiDocument, Path) write} puts a document into a file as a person would: what is read from there
 * equals it but for positions and comments. {@link #bundle(Path) bundle} makes one file of a
 * document that is spread over several. {@link #convert(Path) convert} makes a document of 3.1 from one of any version, and says what 3.1 cannot hold.
 *
 * <p>What a user wrote wrong is a {@link io.tidings.asyncapi.diagnostic.Diagnostic}, never an exception; exceptions are for
 * files that cannot be written. Everything returned is immutable, and all methods are safe for use by several threads.
 */
public final class AsyncApi {
    private AsyncApi() {}

    /**
     * Reads a document of AsyncAPI 2.0 to 3.1 in YAML or JSON, and all files it refers to.
     *
     * @return the document and everything there is to say about it; whatever a user wrote or named, this does not throw
     */
    public static ReadResult read(Path file) {
        return read(file, ReadOptions.DEFAULT);
    }

    /** The same with options. */
    public static ReadResult read(Path file, ReadOptions options) {
        return new Reading(file, options).read();
    }

    /**
     * The text of a document in the version it was written in, its members in the order they were written. References stay
     * as they are: the text belongs into the folder that the document was read from. Comments and anchors are not kept.
     */
    public static String write(AsyncApiDocument document, TextFormat format) {
        return format.write(document.source());
    }

    /** Appends the same text to a writer or builder. */
    public static void write(AsyncApiDocument document, TextFormat format, Appendable out) throws IOException {
        out.append(write(document, format));
    }

    /**
     * Writes a document into a file, as JSON where its name ends in {@code .json}, else as YAML; in UTF-8. In another folder
     * than the document was read from, relative references are given the text that leads to the same files from there.
     *
     * @throws IOException where the file cannot be written; its folder must exist
     */
    public static void write(AsyncApiDocument document, Path file) throws IOException {
        var root = Relocation.of(document.source(), document.specVersion(), file);
        Files.writeString(file, TextFormat.of(file).write(root));
    }

    /**
     * Makes one file of a valid document that is spread over several: what stands in other files becomes a component, named
     * after its key there, or after its file. What was one thing stays one, references stay where 3.x demands them, and Avro
     * schemas define every name they use. What is not read, such as a URL, is still referred to.
     *
     * @return nothing but the diagnostics where the document is not valid, as for {@link #read(Path)}
     */
    public static Rewritten bundle(Path file) {
        return bundle(file, ReadOptions.DEFAULT);
    }

    /** The same with options. */
    public static Rewritten bundle(Path file, ReadOptions options) {
        return new Reading(file, options).bundle();
    }

    /**
     * Makes a document of AsyncAPI 3.1 from a valid one of 2.0 to 3.1: the one that the model of a 2.x document is built
     * from. Channels keep their key, which is their address; operations are called by their {@code operationId}, or else by
     * channel and direction, as in {@code orders.publish}. Messages, servers and other things in files of 2.x move into the
     * document, since their shape changes; schemas stay where they are.
     *
     * @return nothing but the diagnostics where the document is not valid, as for {@link #read(Path)}
     */
    public static Rewritten convert(Path file) {
        return convert(file, ReadOptions.DEFAULT);
    }

    /** The same with options. */
    public static Rewritten convert(Path file, ReadOptions options) {
        return new Reading(file, options).convert();
    }
}
