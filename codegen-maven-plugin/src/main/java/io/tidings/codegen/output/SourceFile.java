package io.tidings.codegen.output;

/**
 * A generated source.
 *
 * @param path relative to the source root, with slashes
 */
public record SourceFile(String path, String content) {}
