package io.tidings.asyncapi.source;

import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Whole trees: going through them, comparing them, making one from another. Safe for use by several threads. */
public final class Nodes {
    private Nodes() {}

    /**
     * A node and all below it, each before what it holds, in the order of the file. References are nodes like others: they
     * are not followed.
     */
    public static Stream<Node> walk(Node root) {
        return Stream.concat(Stream.of(root), children(root).flatMap(Nodes::walk));
    }

    /** Whether two trees say the same, wherever they stand. The order of members does not count, as nowhere in JSON. */
    public static boolean same(Node a, Node b) {
        if (a == b) {
            return true;
        }
        if (a instanceof ObjectNode left && b instanceof ObjectNode right) {
            return left.members().keySet().equals(right.members().keySet())
                    && left.members().values().stream()
                            .allMatch(member -> right.get(member.name())
                                    .filter(other -> same(member.value(), other))
                                    .isPresent());
        }
        if (a instanceof ArrayNode left && b instanceof ArrayNode right) {
            int size = left.items().size();
            for (int i = 0; i < size && size == right.items().size(); i++) {
                if (!same(left.items().get(i), right.items().get(i))) {
                    return false;
                }
            }
            return size == right.items().size();
        }
        return a instanceof ScalarNode left
                && b instanceof ScalarNode right
                && Objects.equals(left.value(), right.value());
    }

    /**
     * The same tree with some nodes replaced. The function is asked of each node from the root down; what it returns in
     * place of one is gone through in turn, so it must come to an end. Pointers are those of the new tree, locations stay.
     */
    public static Node replace(Node root, UnaryOperator<Node> replacement) {
        return replace(root, "", replacement);
    }

    private static Node replace(Node written, String pointer, UnaryOperator<Node> replacement) {
        Node node = replacement.apply(written);
        if (node instanceof ObjectNode object) {
            Map<String, Member> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> {
                Node value = replace(member.value(), Pointers.child(pointer, name), replacement);
                members.put(name, new Member(name, member.keyLocation(), value));
            });
            return new ObjectNode(object.location(), pointer, members);
        }
        if (node instanceof ArrayNode array) {
            List<Node> items = new ArrayList<>();
            for (Node item : array.items()) {
                items.add(replace(item, Pointers.child(pointer, Integer.toString(items.size())), replacement));
            }
            return new ArrayNode(array.location(), pointer, items);
        }
        return new ScalarNode(node.location(), pointer, ((ScalarNode) node).value());
    }

    private static Stream<Node> children(Node node) {
        if (node instanceof ObjectNode object) {
            return object.members().values().stream().map(Member::value);
        }
        return node instanceof ArrayNode array ? array.items().stream() : Stream.empty();
    }
}
