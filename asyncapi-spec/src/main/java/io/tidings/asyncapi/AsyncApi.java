package io.tidings.asyncapi;

import java.nio.file.Path;

/** Reads AsyncAPI documents. Safe for use by several threads. */
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
}
