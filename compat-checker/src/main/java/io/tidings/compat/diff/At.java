package io.tidings.compat.diff;

import io.tidings.asyncapi.source.Location;
import org.jspecify.annotations.Nullable;

/**
 * Where a difference was found.
 *
 * @param path within the payload, {@code $.lines[].price}; empty where the whole element is meant
 * @param base where it stands in the base; null where it has no place there
 * @param head where it stands in the head; null where it has no place there
 */
public record At(
        Scope scope,
        String path,
        @Nullable Location base,
        @Nullable Location head) {

    static At of(Scope scope, @Nullable Location base, @Nullable Location head) {
        return new At(scope, "", base, head);
    }
}
