package io.tidings.asyncapi.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value in a source file, and where it stands. */
public sealed interface Node {

    /** Where the value begins. */
    Location location();

    /** The JSON Pointer (RFC 6901) of this node within its file; empty for the root. */
    String pointer();

    /** What a user would call this kind of value: {@code object}, {@code array}, {@code string}, {@code number}, … */
    String kind();

    /**
     * An object.
     *
     * @param members by name, in the order of the file
     */
    record ObjectNode(Location location, String pointer, Map<String, Member> members) implements Node {
        public ObjectNode {
            members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public String kind() {
            return "object";
        }

        /** The value of a member. */
        public Optional<Node> get(String name) {
            return Optional.ofNullable(members.get(name)).map(Member::value);
        }

        /** The value of a member that is an object. */
        public Optional<ObjectNode> object(String name) {
            return get(name).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
        }

        /** The value of a member that is an array. */
        public Optional<ArrayNode> array(String name) {
            return get(name).filter(ArrayNode.class::isInstance).map(ArrayNode.class::cast);
        }

        /** The value of a member that is a string. */
        public Optional<String> string(String name) {
            return get(name).flatMap(Node::text);
        }

        /** Where a member's value stands, or else where this object begins. */
        public Location locationOf(String name) {
            return get(name).map(Node::location).orElse(location);
        }
    }

    /**
     * A name and its value.
     *
     * @param keyLocation where the name stands
     */
    record Member(String name, Location keyLocation, Node value) {}

    /** An array. */
    record ArrayNode(Location location, String pointer, List<Node> items) implements Node {
        public ArrayNode {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "array";
        }
    }

    /**
     * A string, number, boolean or null, read by the YAML 1.2 core schema ({@code yes}, {@code on} are strings).
     *
     * @param value a {@link String}, {@link Boolean}, {@link java.math.BigInteger}, {@link java.math.BigDecimal}, {@link
     *     Double} (infinities and NaN), or null
     */
    record ScalarNode(
            Location location, String pointer, @Nullable Object value) implements Node {
        @Override
        public String kind() {
            if (value == null) {
                return "null";
            }
            if (value instanceof String) {
                return "string";
            }
            return value instanceof Boolean ? "boolean" : "number";
        }
    }

    /** The text of a string. */
    default Optional<String> text() {
        return this instanceof ScalarNode s && s.value() instanceof String t ? Optional.of(t) : Optional.empty();
    }
}
