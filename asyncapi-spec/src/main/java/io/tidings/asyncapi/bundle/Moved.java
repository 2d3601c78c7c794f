package io.tidings.asyncapi.bundle;

import io.tidings.asyncapi.reference.ComponentNames;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What moves among the components of a document, and what it is called there. */
final class Moved {
    private final Map<String, Map<String, Member>> sections = new LinkedHashMap<>();
    private final IdentityHashMap<Node, Node> homes = new IdentityHashMap<>();
    private final List<Node> order = new ArrayList<>();

    Moved(ObjectNode root) {
        root.object("components")
                .ifPresent(components -> components.members().forEach((name, section) -> {
                    if (section.value() instanceof ObjectNode held && !name.startsWith("x-")) {
                        sections.put(name, Bundling.copy(held));
                    }
                }));
    }

    /** Puts something where a component only refers to it; once. */
    void inPlace(String section, Member component, Node target) {
        if (homes.putIfAbsent(target, target) == null) {
            order.add(target);
            section(section).put(component.name(), new Member(component.name(), component.keyLocation(), target));
        }
    }

    /** Whether something is here already, by itself or within something else. */
    boolean holds(Node node) {
        return homes.containsKey(node)
                || order.stream()
                        .anyMatch(outer ->
                                outer.location().file().equals(node.location().file())
                                        && node.pointer().startsWith(outer.pointer() + "/"));
    }

    void add(String section, Node node) {
        put(section, node, node);
        order.add(node);
    }

    /** A schema in a language that has to be named; the same for all that refer to it. */
    Node schema(Node content, String format) {
        Node known = homes.get(content);
        if (known != null) {
            return known;
        }
        Map<String, Member> members = new LinkedHashMap<>();
        ScalarNode name = new ScalarNode(content.location(), content.pointer(), format);
        members.put("schemaFormat", new Member("schemaFormat", name.location(), name));
        members.put("schema", new Member("schema", content.location(), content));
        ObjectNode wrapper = new ObjectNode(content.location(), content.pointer(), members);
        put("schemas", content, wrapper);
        return wrapper;
    }

    private void put(String section, Node node, Node value) {
        Map<String, Member> held = section(section);
        String name = ComponentNames.free(ComponentNames.of(node, held.keySet()), held.keySet());
        held.put(name, new Member(name, value.location(), value));
        homes.put(node, value);
    }

    private Map<String, Member> section(String name) {
        return sections.computeIfAbsent(name, any -> new LinkedHashMap<>());
    }

    /** The document with all that has moved. */
    ObjectNode into(ObjectNode root) {
        if (sections.isEmpty()) {
            return root;
        }
        ObjectNode written = root.object("components").orElse(null);
        Map<String, Member> components = Bundling.copy(written);
        sections.forEach((name, held) -> components.put(name, member(root, name, held)));
        Map<String, Member> members = Bundling.copy(root);
        members.put("components", member(root, "components", components));
        return new ObjectNode(root.location(), root.pointer(), members);
    }

    private static Member member(ObjectNode root, String name, Map<String, Member> held) {
        return new Member(name, root.location(), new ObjectNode(root.location(), root.pointer(), held));
    }
}
