package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import java.util.List;

/**
 * A header that a message's headers schema declares, references followed.
 *
 * @param name as it is written on the wire
 * @param required whether every message has it
 * @param schemas what says what its values are: one, unless the parts of an {@code allOf} all speak of it
 * @param location where its name first stands
 */
public record DeclaredHeader(String name, boolean required, List<Node> schemas, Location location) {
    public DeclaredHeader {
        schemas = List.copyOf(schemas);
    }
}
