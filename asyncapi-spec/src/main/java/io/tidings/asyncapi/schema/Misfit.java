package io.tidings.asyncapi.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a value and a schema disagree, as the library says it.
 *
 * @param keyword which judges
 * @param path from the schema asked about to the keyword: names, indexes and {@code $ref}s passed on the way
 * @param value from the value asked about to the one judged
 * @param property the member concerned, where the keyword judges names
 */
record Misfit(
        String keyword,
        List<String> path,
        List<String> value,
        @Nullable String property) {
    Misfit {
        path = List.copyOf(path);
        value = List.copyOf(value);
    }
}
