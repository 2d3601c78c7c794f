package io.tidings.asyncapi.avro;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one schema defines and uses; filled while it is checked. */
final class Outline {
    final Map<String, Definition> definitions = new LinkedHashMap<>();
    final List<Use> uses = new ArrayList<>();
    final List<Default> defaults = new ArrayList<>();
    /** Around the schema as a whole. */
    final String namespace;

    boolean broken;

    Outline(String namespace) {
        this.namespace = namespace;
    }

    /**
     * A named type.
     *
     * @param enclosing the namespace around it: what a name without one falls into
     */
    record Definition(String fullName, ObjectNode node, String enclosing, Outline home) {}

    /** A name where a type is expected. */
    record Use(Node at, String written, String namespace) {}

    /** A field with a default. */
    record Default(Node type, Node value, String namespace, String field) {}
}
