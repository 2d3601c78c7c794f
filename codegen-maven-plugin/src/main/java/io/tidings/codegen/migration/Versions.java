package io.tidings.codegen.migration;

/** What two versions are called: {@code info.version} of either document. */
public record Versions(String older, String newer) {}
