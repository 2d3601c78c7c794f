package io.tidings.asyncapi;

import io.tidings.asyncapi.source.SourceLimits;

/**
 * How to read.
 *
 * @param limits how much of a file is read before a problem is reported instead
 */
public record ReadOptions(SourceLimits limits) {

    /** What {@link AsyncApi#read(java.nio.file.Path)} uses. */
    public static final ReadOptions DEFAULT = new ReadOptions(SourceLimits.DEFAULT);
}
