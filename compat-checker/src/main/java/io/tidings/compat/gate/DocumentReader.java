package io.tidings.compat.gate;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadOptions;
import io.tidings.asyncapi.ReadResult;
import java.nio.file.Path;
import java.util.Optional;

/** How documents are read where the check runs. Safe for use by several threads. */
@FunctionalInterface
public interface DocumentReader {

    /** Files on the disk, which are the user's. */
    DocumentReader FILES = AsyncApi::read;

    ReadResult read(Path file, ReadOptions options);

    /** Why a version cannot be written into a file, whatever is in it, in a sentence without a full stop; empty where it can. */
    default Optional<String> unmendable(Path file) {
        return Optional.empty();
    }
}
