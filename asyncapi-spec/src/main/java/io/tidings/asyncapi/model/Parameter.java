package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Parameter Object: what stands in place of a name between braces in a channel's address.
 *
 * @param name as it stands between the braces
 * @param values those it may have; none where it may have any
 * @param defaultValue what it is where nobody says otherwise
 * @param messageLocation a runtime expression that says where messages carry it
 */
public record Parameter(
        String name,
        List<String> values,
        @Nullable String defaultValue,
        @Nullable String description,
        List<String> examples,
        @Nullable String messageLocation,
        ObjectNode node)
        implements Element {

    public Parameter {
        values = List.copyOf(values);
        examples = List.copyOf(examples);
    }
}
