package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Server Variable Object: what stands in place of a name between braces in a server's host or pathname.
 *
 * @param values those it may have; none where it may have any
 * @param defaultValue what it is where nobody says otherwise
 */
public record ServerVariable(
        String name,
        List<String> values,
        @Nullable String defaultValue,
        @Nullable String description,
        ObjectNode node) implements Element {

    public ServerVariable {
        values = List.copyOf(values);
    }
}
