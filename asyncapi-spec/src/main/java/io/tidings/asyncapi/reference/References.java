package io.tidings.asyncapi.reference;

import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.idl.IdlReader;
import io.tidings.asyncapi.reference.Targets.Target;
import io.tidings.asyncapi.remote.Credentials;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Pointers;
import io.tidings.asyncapi.source.SourceFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Follows references (RFC 6901 pointers in JSON References). Each reference is resolved once, and what is wrong with it is
 * reported once, however many ask.
 */
public final class References {
    /** Each step of a chain takes a few frames of the stack. */
    private static final int LONGEST_CHAIN = 100;

    private final Sources sources;
    private final Diagnostics diagnostics;
    private final Targets targets;
    private final PointerWalk walk;
    private final FieldReferences siblings;
    private final IdentityHashMap<Node, Resolution> resolved = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Boolean> underWay = new IdentityHashMap<>();

    /**
     * Follows the references of one document.
     *
     * @param document where it stands: references stay near it
     * @param roots further folders that references may lead into
     */
    public References(Path document, List<Path> roots, Sources sources, Diagnostics diagnostics) {
        this.sources = sources;
        this.diagnostics = diagnostics;
        this.targets = new Targets(sources, new Roots(document, roots), diagnostics);
        this.walk = new PointerWalk(diagnostics, this::onward);
        this.siblings = new FieldReferences(diagnostics);
    }

    /** The node itself, or, where it is a reference, what stands at its end; empty where that is nothing. */
    public Optional<Node> follow(Node node) {
        return reference(node) == null
                ? Optional.of(node)
                : Optional.ofNullable(resolve((ObjectNode) node).target());
    }

    /** The object that a node is or leads to. */
    public Optional<ObjectNode> object(Node node) {
        return follow(node).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }

    /** The object that a member of an object is or leads to. */
    public Optional<ObjectNode> object(ObjectNode parent, String member) {
        return parent.get(member).flatMap(this::object);
    }

    /** Resolves an object with a {@code $ref}. */
    public Resolution resolve(ObjectNode node) {
        Resolution known = resolved.get(node);
        if (known != null) {
            return known;
        }
        if (underWay.put(node, true) != null) {
            diagnostics.error("reference-cycle", "this reference leads back to itself", node, "let it lead to a value");
            resolved.put(node, Resolution.NONE);
            return Resolution.NONE;
        }
        Resolution resolution = underWay.size() > LONGEST_CHAIN ? tooLong(node) : lookUp(node, reference(node));
        underWay.remove(node);
        // A cycle found further down has settled this one already.
        Resolution settled = resolved.putIfAbsent(node, resolution);
        return settled != null ? settled : resolution;
    }

    /** Settles where a reference leads that nobody wrote: one made while a tree is given another shape. */
    public ObjectNode link(ObjectNode made, Node hop) {
        Resolution further = reference(hop) == null ? null : resolve((ObjectNode) hop);
        resolved.put(
                made,
                further == null
                        ? new Resolution(hop, hop, false)
                        : new Resolution(hop, further.target(), further.unchecked()));
        return made;
    }

    /** Where an object with a {@code $ref} leads, if anyone has asked before: else it may be data that looks like one. */
    public Optional<Resolution> known(Node node) {
        return node instanceof ObjectNode object ? Optional.ofNullable(resolved.get(object)) : Optional.empty();
    }

    /** Where all references lead that were followed so far, by the identity of the reference. */
    public IdentityHashMap<Node, Node> targets() {
        IdentityHashMap<Node, Node> targets = new IdentityHashMap<>();
        resolved.forEach((reference, resolution) -> {
            Node target = resolution.target();
            if (target != null) {
                targets.put(reference, target);
            }
        });
        return targets;
    }

    /** The pointers, within a file, of everything that references name, and of all around it. */
    public Set<String> pointersInto(String file) {
        Set<String> pointers = new HashSet<>();
        for (Resolution resolution : resolved.values()) {
            Node hop = resolution.hop();
            if (hop != null && hop.location().file().equals(file)) {
                String pointer = hop.pointer();
                while (!pointer.isEmpty() && pointers.add(pointer)) {
                    pointer = Pointers.parent(pointer);
                }
            }
        }
        return pointers;
    }

    private Resolution tooLong(ObjectNode node) {
        diagnostics.error(
                "reference-chain",
                "more than " + LONGEST_CHAIN + " references lead through each other here",
                node,
                "refer to the thing itself");
        return Resolution.NONE;
    }

    private static @Nullable String reference(Node node) {
        return node instanceof ObjectNode object ? object.string("$ref").orElse(null) : null;
    }

    /** Says that in this object {@code $ref} is a field beside others, which count as well. */
    void mergeSiblings(ObjectNode node) {
        siblings.add(node);
    }

    /** The root of the file in which a node stands. */
    public Optional<Node> rootOf(Node node) {
        SourceFile file = sources.known(node.location().file());
        return file == null ? Optional.empty() : file.root();
    }

    private Resolution lookUp(ObjectNode node, @Nullable String written) {
        if (written == null) {
            return Resolution.NONE;
        }
        ReferenceText text = ReferenceText.of(written);
        Target found = targets.find(node, written, text);
        Node root = found.file() == null ? null : found.file().root().orElse(null);
        if (root == null) {
            return siblings.complete(node, found.unchecked() ? Resolution.UNCHECKED : Resolution.NONE);
        }
        Node type = AvroFragment.typeNamed(root, text.fragment()).orElse(null);
        if (type != null) {
            return new Resolution(type, type, false);
        }
        if (root instanceof ObjectNode types && isIdl(root) && text.fragment().isEmpty()) {
            return main(node, written, types);
        }
        Resolution end = walk.walk(root, text.fragment(), node, Credentials.masked(written));
        Node hop = end.hop();
        if (hop != null) {
            Resolution further = onward(hop);
            end = new Resolution(hop, further.target(), further.unchecked());
        }
        return siblings.complete(node, end);
    }

    private static boolean isIdl(Node root) {
        return root.location().file().endsWith(".avdl");
    }

    private Resolution main(ObjectNode node, String written, ObjectNode types) {
        Node main = IdlReader.mainOf(types).orElse(null);
        if (main == null) {
            String names = types.members().keySet().stream()
                    .filter(name -> name.indexOf('.') < 0)
                    .limit(8)
                    .collect(Collectors.joining(", "));
            diagnostics.error(
                    "reference-dangling",
                    "'" + written + "' names no type: the file has several, and no main schema",
                    node,
                    "write '#/' and a name after it" + (names.isEmpty() ? "" : ": " + names));
            return Resolution.NONE;
        }
        return new Resolution(main, main, false);
    }

    private Resolution onward(Node node) {
        return reference(node) == null ? new Resolution(node, node, false) : resolve((ObjectNode) node);
    }
}
