package io.tidings.asyncapi.source;

/**
 * How much of a file is read before a problem is reported instead.
 *
 * @param maxBytes the size of one file
 * @param maxDepth how deeply values may nest: everything that walks the tree recurses, so this bounds the stack
 * @param maxAliased how many nodes the aliases of one YAML file may expand to
 */
public record SourceLimits(int maxBytes, int maxDepth, int maxAliased) {

    /** Far above what people write, far below what hurts. */
    public static final SourceLimits DEFAULT = new SourceLimits(32 * 1024 * 1024, 200, 200_000);
}
