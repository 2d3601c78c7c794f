package io.tidings.asyncapi.source;

import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The anchors of a YAML file. An alias becomes a copy with pointers of its own; locations stay those of the original. */
final class YamlAnchors {
    private final Map<String, Node> closed = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final SourceLimits limits;
    private int copied;

    YamlAnchors(SourceLimits limits) {
        this.limits = limits;
    }

    void open(String anchor) {
        closed.remove(anchor);
        open.add(anchor);
    }

    void close(String anchor, Node node) {
        open.remove(anchor);
        closed.put(anchor, node);
    }

    Node expand(String anchor, String pointer, Location place, int depth) {
        Node original = closed.get(anchor);
        if (original != null) {
            return copy(original, pointer, place, depth);
        }
        throw new MalformedSource(
                open.contains(anchor)
                        ? SourceProblem.at("yaml-alias", "the alias '*" + anchor + "' contains itself", place, null)
                        : SourceProblem.at(
                                "yaml-alias",
                                "there is no anchor '&" + anchor + "' before this alias",
                                place,
                                "quote the text if no alias is meant"));
    }

    /** The same value under another pointer. */
    Node move(Node node, String pointer, Location place) {
        return copy(node, pointer, place, 0);
    }

    private Node copy(Node node, String pointer, Location place, int depth) {
        if (++copied > limits.maxAliased() || depth > limits.maxDepth()) {
            throw new MalformedSource(SourceProblem.at(
                    "yaml-alias-expansion",
                    depth > limits.maxDepth()
                            ? "aliases nest deeper than " + limits.maxDepth() + " levels"
                            : "aliases expand to more than " + limits.maxAliased() + " values",
                    place,
                    "write fewer aliases of aliases"));
        }
        if (node instanceof ObjectNode object) {
            Map<String, Member> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> {
                Node value = copy(member.value(), Pointers.child(pointer, name), place, depth + 1);
                members.put(name, new Member(name, member.keyLocation(), value));
            });
            return new ObjectNode(object.location(), pointer, members);
        }
        if (node instanceof ArrayNode array) {
            List<Node> items = new ArrayList<>();
            for (Node item : array.items()) {
                items.add(copy(item, Pointers.child(pointer, Integer.toString(items.size())), place, depth + 1));
            }
            return new ArrayNode(array.location(), pointer, items);
        }
        return new ScalarNode(node.location(), pointer, ((ScalarNode) node).value());
    }
}
