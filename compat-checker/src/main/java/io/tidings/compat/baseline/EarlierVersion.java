package io.tidings.compat.baseline;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An earlier version that is known to be there. What it calls itself is known at once; the rest is read when its turn comes, so
 * that a hundred versions need no more memory than one. Immutable, safe for use by several threads.
 */
public interface EarlierVersion {

    /** As the user named it. */
    String source();

    /** What it says its version is; empty where nobody knows. */
    Optional<String> version();

    /** When it came into use, where that is known. */
    @Nullable Instant released();

    /** Whether its version can be known at all; a registry holds schemas, and knows no versions of documents. */
    boolean versioned();

    /**
     * Reads it.
     *
     * @throws BaselineException where it is no valid document
     */
    BaseDocument read();
}
