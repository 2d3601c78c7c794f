package io.tidings.compat.json;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether two schemas are written alike, references followed: what differs here and nowhere else means the same. The order of
 * members does not count, nor what only waits to be referred to.
 */
final class Writing {

    private static final Set<String> SHELVES = Set.of("definitions", "$defs");

    /** By identity: a node of each document. */
    private record Pair(Node one, Node other) {
        @Override
        public boolean equals(@Nullable Object object) {
            return object instanceof Pair pair && pair.one == one && pair.other == other;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(one) + System.identityHashCode(other);
        }
    }

    private final Deque<Pair> open = new ArrayDeque<>();
    private final Set<Pair> seen = new HashSet<>();

    boolean same(JsonSchema one, JsonSchema other) {
        open.add(new Pair(one.node(), other.node()));
        boolean same = true;
        while (same && !open.isEmpty()) {
            Pair pair = open.pop();
            Node a = followed(one, pair.one());
            Node b = followed(other, pair.other());
            same = !seen.add(new Pair(a, b)) || alike(a, b);
        }
        return same;
    }

    private static Node followed(JsonSchema schema, Node node) {
        boolean refers = node instanceof ObjectNode object
                && object.get("$ref").flatMap(Node::text).isPresent();
        return refers ? schema.home().schema(node, schema.modern()).node() : node;
    }

    private boolean alike(Node one, Node other) {
        if (one instanceof ObjectNode a && other instanceof ObjectNode b) {
            return written(a) == written(b) && members(a, b);
        }
        if (one instanceof ArrayNode a && other instanceof ArrayNode b) {
            for (int i = 0; i < a.items().size() && i < b.items().size(); i++) {
                open.add(new Pair(a.items().get(i), b.items().get(i)));
            }
            return a.items().size() == b.items().size();
        }
        return one.getClass() == other.getClass() && JsonValue.of(one).equals(JsonValue.of(other));
    }

    private static long written(ObjectNode object) {
        return object.members().values().stream()
                .filter(member -> !shelf(member))
                .count();
    }

    /** Whether the other has all members; what they are is looked at next. */
    private boolean members(ObjectNode one, ObjectNode other) {
        for (Member member : one.members().values()) {
            if (!shelf(member)) {
                Optional<Node> like = other.get(member.name());
                if (like.isEmpty()) {
                    return false;
                }
                open.add(new Pair(member.value(), like.get()));
            }
        }
        return true;
    }

    private static boolean shelf(Member member) {
        return SHELVES.contains(member.name()) && member.value() instanceof ObjectNode;
    }
}
