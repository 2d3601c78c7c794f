package io.tidings.asyncapi.source;

import org.jspecify.annotations.Nullable;

/**
 * Why a file, or a part of it, is not a tree.
 *
 * @param code stable, kebab-case
 * @param message one sentence
 * @param pointer of the object it concerns; empty for the file
 * @param hint what to do about it, if there is something to say
 * @param earlier the first of two places, where the problem is that there are two
 */
public record SourceProblem(
        String code,
        String message,
        Location location,
        String pointer,
        @Nullable String hint,
        @Nullable Location earlier) {

    static SourceProblem at(String code, String message, Location location, @Nullable String hint) {
        return new SourceProblem(code, message, location, "", hint, null);
    }
}
