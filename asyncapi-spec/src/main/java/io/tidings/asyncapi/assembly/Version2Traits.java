package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Nodes;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Traits of 2.x, which win over what they are applied to, while those of 3.x give way. Where that makes no difference they
 * are kept as traits; where it does, they are applied for good.
 */
final class Version2Traits {
    private static final String TRAITS = "traits";

    private final References references;
    private final TraitMerge merge;
    private final UnaryOperator<ObjectNode> shape;
    private final Version2Components components;

    /** @param shape gives an object, traits aside, the shape of 3.x */
    Version2Traits(ObjectNode root, String section, References references, UnaryOperator<ObjectNode> shape) {
        this.references = references;
        this.merge = new TraitMerge(references);
        this.shape = shape;
        this.components = new Version2Components(root, section, references, shape);
    }

    Version2Components components() {
        return components;
    }

    /** An object of 2.x as its traits make it, in the shape of 2.x. */
    ObjectNode applied(ObjectNode written) {
        return merge.applyOver(written);
    }

    /** An object of 2.x in the shape of 3.x. */
    ObjectNode convert(ObjectNode written) {
        ObjectNode meant = withoutTraits(shape.apply(applied(written)));
        ArrayNode traits = traits(written);
        if (traits == null) {
            return meant;
        }
        ObjectNode kept = Trees.at(shape.apply(withoutTraits(written)))
                .allBut(Set.of())
                .with(TRAITS, traits)
                .build();
        return Nodes.same(withoutTraits(merge.apply(kept)), meant) ? kept : meant;
    }

    private @Nullable ArrayNode traits(ObjectNode written) {
        Node field = written.get(TRAITS).flatMap(references::follow).orElse(null);
        if (!(field instanceof ArrayNode list) || list.items().isEmpty()) {
            return null;
        }
        List<Node> converted = list.items().stream()
                .map(components::convert)
                .filter(Objects::nonNull)
                .toList();
        return Trees.list(list, converted);
    }

    private static ObjectNode withoutTraits(ObjectNode object) {
        return object.get(TRAITS).isEmpty()
                ? object
                : Trees.at(object).allBut(Set.of(TRAITS)).build();
    }
}
