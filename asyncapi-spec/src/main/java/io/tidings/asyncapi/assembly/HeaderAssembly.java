package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.model.DeclaredHeader;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The headers that a JSON Schema of type object declares: its properties, and those of the schemas in its {@code allOf}.
 * Alternatives ({@code oneOf}, {@code anyOf}) declare nothing that holds for every message.
 */
final class HeaderAssembly {
    private final References references;

    HeaderAssembly(References references) {
        this.references = references;
    }

    List<DeclaredHeader> read(@Nullable MessageSchema headers) {
        if (!(headers instanceof MessageSchema.Json json)) {
            return List.of();
        }
        Parts parts = new Parts();
        parts.add(json.node());
        return parts.headers();
    }

    private final class Parts {
        private final Map<String, List<Node>> schemas = new LinkedHashMap<>();
        private final Map<String, Location> locations = new LinkedHashMap<>();
        private final Set<String> required = new HashSet<>();
        /** A schema may be part of itself. */
        private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        void add(Node written) {
            references.object(written).filter(seen::add).ifPresent(schema -> {
                schema.object("properties").ifPresent(this::properties);
                schema.array("required").map(ArrayNode::items).orElse(List.of()).stream()
                        .map(Node::text)
                        .flatMap(Optional::stream)
                        .forEach(required::add);
                schema.array("allOf").map(ArrayNode::items).orElse(List.of()).forEach(this::add);
            });
        }

        private void properties(ObjectNode properties) {
            for (Member property : properties.members().values()) {
                references.follow(property.value()).ifPresent(schema -> {
                    schemas.computeIfAbsent(property.name(), any -> new ArrayList<>())
                            .add(schema);
                    locations.putIfAbsent(property.name(), property.keyLocation());
                });
            }
        }

        List<DeclaredHeader> headers() {
            List<DeclaredHeader> headers = new ArrayList<>();
            schemas.forEach((name, all) -> headers.add(new DeclaredHeader(
                    name, required.contains(name), all, locations.getOrDefault(name, Location.startOf("")))));
            return headers;
        }
    }
}
