package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.reference.ComponentNames;
import io.tidings.asyncapi.reference.ReferencePath;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.reference.Resolution;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Pointers;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One kind of component of a 2.x document whose shape is another in 3.x. Each is converted once, and all that referred to
 * it refer to what it became; what stands in another file moves in with the document, for there it keeps the old shape.
 */
final class Version2Components {
    private final String section;
    private final @Nullable ObjectNode written;
    private final References references;
    private final Function<ObjectNode, @Nullable ObjectNode> conversion;
    private final IdentityHashMap<Node, String> names = new IdentityHashMap<>();
    private final Map<String, Member> converted = new LinkedHashMap<>();

    /** @param conversion yields null for what has no shape in 3.x */
    Version2Components(
            ObjectNode root,
            String section,
            References references,
            Function<ObjectNode, @Nullable ObjectNode> conversion) {
        this.section = section;
        this.written = root.object("components")
                .flatMap(components -> components.object(section))
                .orElse(null);
        this.references = references;
        this.conversion = conversion;
        if (written != null) {
            written.members().values().forEach(member -> names.put(member.value(), member.name()));
        }
    }

    /** Converts what stands where a component, or a reference to one, may stand. */
    @Nullable Node convert(Node node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        if (object.string("$ref").isEmpty()) {
            return conversion.apply(object);
        }
        Resolution resolution = references.resolve(object);
        if (!(resolution.target() instanceof ObjectNode target)) {
            return node; // it leads nowhere, or out of reach
        }
        String name = nameOf(resolution, target);
        return value(name) == null ? null : reference(node, name);
    }

    /** A reference to the component of that name; empty where there is none. */
    Optional<ObjectNode> named(Node place, String name) {
        Node value = value(name);
        return value == null ? Optional.empty() : Optional.of(reference(place, name));
    }

    /** All of them, those of the document first; null where there are none. */
    @Nullable ObjectNode all(ObjectNode place) {
        Map<String, Member> all = new LinkedHashMap<>();
        if (written != null) {
            for (String name : written.members().keySet()) {
                value(name);
                Member member = converted.get(name);
                if (member != null) {
                    all.put(name, member);
                }
            }
        }
        all.putAll(converted);
        ObjectNode holder = written == null ? place : written;
        return all.isEmpty() && written == null ? null : new ObjectNode(holder.location(), holder.pointer(), all);
    }

    private String nameOf(Resolution resolution, ObjectNode target) {
        String name = names.get(resolution.hop());
        if (name == null) {
            name = names.get(target);
        }
        if (name == null) {
            name = ComponentNames.of(target, Set.copyOf(names.values()));
            names.put(target, name);
            put(name, new Member(name, target.location(), target));
        }
        return name;
    }

    private ObjectNode reference(Node place, String name) {
        ObjectNode made =
                Trees.reference(place, ReferencePath.fragment(Pointers.child("/components/" + section, name)));
        Node value = value(name);
        return value == null ? made : references.link(made, value);
    }

    private @Nullable Node value(String name) {
        if (!converted.containsKey(name) && written != null) {
            Member member = written.members().get(name);
            if (member != null) {
                put(name, member);
            }
        }
        Member done = converted.get(name);
        return done == null ? null : done.value();
    }

    private void put(String name, Member member) {
        Node value = member.value();
        Node target = references.follow(value).orElse(null);
        boolean moves = target != value && target instanceof ObjectNode && !names.containsKey(target);
        if (moves) {
            names.put(target, name);
        }
        Node result = moves ? conversion.apply((ObjectNode) target) : convert(value);
        if (result != null) {
            converted.put(name, new Member(name, member.keyLocation(), result));
        }
    }
}
