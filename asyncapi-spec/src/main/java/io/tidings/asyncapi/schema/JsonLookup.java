package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the value of one pointer in a JSON Schema, token by token. Each step takes all schemas that hold of a value to all
 * that hold of a part of it, so that what one part of an {@code allOf} requires and another declares is seen together.
 */
final class JsonLookup {
    private final Worlds worlds;
    private final List<String> tokens;

    JsonLookup(Worlds worlds, List<String> tokens) {
        this.worlds = worlds;
        this.tokens = List.copyOf(tokens);
    }

    Sighting find(Node schema) {
        return find(List.of(schema), 0, schema.location());
    }

    private Sighting find(List<Node> schemas, int at, Location place) {
        List<World> cases = worlds.of(schemas);
        if (cases.isEmpty()) {
            return Sighting.of(Presence.NEVER, at, place);
        }
        List<Sighting> found = new ArrayList<>();
        for (World world : cases) {
            found.add(at == tokens.size() ? end(world, at, place) : step(world, at, place));
        }
        return Sighting.any(found);
    }

    private static Sighting end(World world, int at, Location place) {
        Set<String> types = new LinkedHashSet<>(world.types());
        boolean nullable = world.typed() && types.remove("null");
        boolean composite = !world.unclear() && Set.of("object", "array").containsAll(types) && !types.isEmpty();
        Presence presence = nullable ? Presence.SOMETIMES : Presence.ALWAYS;
        return new Sighting(presence, at, Set.of(), place, composite);
    }

    private Sighting step(World world, int at, Location around) {
        Location place =
                world.schemas().isEmpty() ? around : world.schemas().get(0).location();
        Set<String> types = world.types();
        boolean object = types.contains("object");
        boolean list = types.contains("array");
        if (!object && !list) {
            return Sighting.of(Presence.NEVER, at, place);
        }
        if (!world.typed() && object && list) {
            return Sighting.of(Presence.UNKNOWN, at, place);
        }
        List<Sighting> found = new ArrayList<>();
        if (object) {
            found.add(member(world, at, place));
        }
        if (list) {
            found.add(item(world, at, place));
        }
        Sighting all = Sighting.any(found);
        return types.size() > found.size() ? all.optional(at, place) : all;
    }

    private Sighting member(World world, int at, Location place) {
        String name = tokens.get(at);
        Members members = new Members(name);
        world.schemas().forEach(schema -> members.add(schema, worlds.dialect(schema)));
        Location closed = members.closed(world.unclear());
        if (closed != null) {
            return new Sighting(Presence.NEVER, at, members.names, closed, false);
        }
        if (members.schemas.isEmpty() && !members.required) {
            boolean listed = !members.names.isEmpty() && !world.unclear();
            return new Sighting(
                    listed ? Presence.UNDECLARED : Presence.UNKNOWN, at, members.names, members.place(place), false);
        }
        Location declared = members.place(place);
        Sighting below = find(members.schemas, at + 1, declared);
        if (members.required || below.presence() != Presence.ALWAYS) {
            return below;
        }
        return world.unclear() ? Sighting.of(Presence.UNKNOWN, at, place) : below.optional(at, declared);
    }

    /** What the schemas of one world say of one member. */
    private static final class Members {
        private final String name;
        private final Set<String> names = new LinkedHashSet<>();
        private final List<Node> schemas = new ArrayList<>();
        private boolean required;
        private boolean open;
        private @Nullable Location closed;
        private @Nullable Location sealed;
        private @Nullable Location declared;
        private @Nullable Location listed;

        Members(String name) {
            this.name = name;
        }

        void add(ObjectNode schema, Dialect dialect) {
            required |= schema.array("required").map(ArrayNode::items).orElse(List.of()).stream()
                    .anyMatch(item -> item.text().filter(name::equals).isPresent());
            ObjectNode properties = schema.object("properties").orElse(null);
            Member own = null;
            if (properties != null) {
                names.addAll(properties.members().keySet());
                listed = listed == null ? schema.location() : listed;
                own = properties.members().get(name);
            }
            boolean covered = own != null;
            if (own != null) {
                take(own.value(), own.keyLocation());
            }
            for (Member pattern : schema.object("patternProperties").stream()
                    .flatMap(patterns -> patterns.members().values().stream())
                    .toList()) {
                // What Java cannot match by may well match.
                if (!Patterns.usable(pattern.name())) {
                    open = true;
                    covered = true;
                } else if (new BoundedPattern(pattern.name()).matches(name)) {
                    covered = true;
                    take(pattern.value(), pattern.keyLocation());
                }
            }
            others(schema, covered, dialect);
        }

        private void others(ObjectNode schema, boolean covered, Dialect dialect) {
            Node others = schema.get("additionalProperties").orElse(null);
            if (others != null && !covered) {
                open |= !isFalse(others);
                if (isFalse(others)) {
                    closed = schema.location();
                } else if (others instanceof ObjectNode object
                        && !object.members().isEmpty()) {
                    take(others, others.location());
                }
            }
            if (dialect.since(Dialect.DRAFT_2019)
                    && schema.get("unevaluatedProperties")
                            .filter(JsonLookup::isFalse)
                            .isPresent()) {
                sealed = schema.location();
            }
        }

        private void take(Node schema, Location place) {
            schemas.add(schema);
            declared = declared == null ? place : declared;
        }

        /** The schema that forbids the member, if one does. */
        @Nullable Location closed(boolean unclear) {
            return closed != null ? closed : unclear || open || !schemas.isEmpty() ? null : sealed;
        }

        Location place(Location otherwise) {
            return declared != null ? declared : listed != null ? listed : otherwise;
        }
    }

    private Sighting item(World world, int at, Location place) {
        String token = tokens.get(at);
        if (!token.matches("0|[1-9][0-9]{0,8}")) {
            return Sighting.of(Presence.NEVER, at, place);
        }
        int index = Integer.parseInt(token);
        List<Node> schemas = new ArrayList<>();
        boolean required = false;
        for (ObjectNode schema : world.schemas()) {
            if (number(schema, "maxItems", Integer.MAX_VALUE) <= index) {
                return Sighting.of(Presence.NEVER, at, schema.location());
            }
            required |= number(schema, "minItems", 0) > index;
            Node item = itemAt(schema, index, worlds.dialect(schema));
            if (item != null) {
                schemas.add(item);
            }
        }
        Sighting below = find(schemas, at + 1, place);
        return required ? below : below.optional(at, place);
    }

    private static @Nullable Node itemAt(ObjectNode schema, int index, Dialect dialect) {
        boolean prefixed = dialect.since(Dialect.DRAFT_2020);
        Node items = schema.get("items").orElse(null);
        Node first = prefixed ? schema.get("prefixItems").orElse(null) : items;
        if (first instanceof ArrayNode tuple) {
            return index < tuple.items().size()
                    ? tuple.items().get(index)
                    : prefixed ? items : schema.get("additionalItems").orElse(null);
        }
        return items instanceof ArrayNode ? null : items;
    }

    private static int number(ObjectNode schema, String keyword, int otherwise) {
        return schema.get(keyword).orElse(null) instanceof ScalarNode scalar
                        && scalar.value() instanceof BigInteger count
                        && count.bitLength() < 32
                ? count.intValue()
                : otherwise;
    }

    private static boolean isFalse(Node node) {
        return node instanceof ScalarNode scalar && Boolean.FALSE.equals(scalar.value());
    }
}
