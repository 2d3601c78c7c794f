package io.tidings.asyncapi.reference;

import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Pointers;
import io.tidings.asyncapi.source.SourceFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final IdentityHashMap<Node, Resolution> resolved = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Boolean> underWay = new IdentityHashMap<>();

    public References(Sources sources, Diagnostics diagnostics) {
        this.sources = sources;
        this.diagnostics = diagnostics;
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

    private Resolution lookUp(ObjectNode node, @Nullable String written) {
        if (written == null) {
            return Resolution.NONE;
        }
        siblings(node);
        ReferenceText text = ReferenceText.of(written);
        if (text.remote()) {
            diagnostics.warning(
                    "reference-remote",
                    "'" + written + "' is not fetched, its content is unchecked",
                    node,
                    "a build reads local files only: keep a copy beside the document");
            return Resolution.UNCHECKED;
        }
        if (text.foreign()) {
            diagnostics.warning("reference-unchecked", "'" + written + "' is not read", node, null);
            return Resolution.UNCHECKED;
        }
        SourceFile file = fileOf(node, text);
        Node root = file == null ? null : file.root().orElse(null);
        if (root == null) {
            return Resolution.NONE;
        }
        Node type = AvroFragment.typeNamed(root, text.fragment()).orElse(null);
        if (type != null) {
            return new Resolution(type, type, false);
        }
        if (!text.fragment().isEmpty() && !text.fragment().startsWith("/")) {
            diagnostics.error(
                    "reference-pointer",
                    "'#" + text.fragment() + "' is not a JSON Pointer",
                    node,
                    "write '#/" + text.fragment() + "'");
            return Resolution.NONE;
        }
        Node hop = walk(root, text.fragment(), node, written);
        if (hop == null) {
            return Resolution.NONE;
        }
        if (reference(hop) == null) {
            return new Resolution(hop, hop, false);
        }
        Resolution further = resolve((ObjectNode) hop);
        return new Resolution(hop, further.target(), further.unchecked());
    }

    private @Nullable SourceFile fileOf(ObjectNode node, ReferenceText text) {
        String from = node.location().file();
        try {
            Path here = Path.of(from);
            if (text.path().isEmpty()) {
                return sources.load(here);
            }
            SourceFile file = sources.load(here.resolveSibling(text.path()).normalize());
            if (!Sources.unreadable(file)) {
                return file;
            }
            diagnostics.error(
                    "reference-file-missing",
                    "the referenced file " + file.problems().get(0).message(),
                    node,
                    "the path is relative to '" + from + "'");
        } catch (InvalidPathException e) {
            diagnostics.error("reference-file-missing", "'" + text.path() + "' is not a path", node, null);
        }
        return null;
    }

    private @Nullable Node walk(Node root, String pointer, ObjectNode from, String written) {
        Node at = root;
        for (String token : Pointers.tokens(pointer)) {
            Node holder = follow(at).orElse(null);
            if (holder == null) {
                // That reference has been reported itself, unless it only leads out of reach.
                return null;
            }
            Node next = child(holder, token);
            if (next == null) {
                List<String> names = holder instanceof ObjectNode object
                        ? List.copyOf(object.members().keySet())
                        : List.of();
                diagnostics.error(
                        "reference-dangling",
                        "'" + written + "' leads nowhere: there is no '" + token + "'"
                                + (holder.pointer().isEmpty() ? "" : " in '#" + holder.pointer() + "'"),
                        from,
                        DidYouMean.hint(token, names));
                return null;
            }
            at = next;
        }
        return at;
    }

    private static @Nullable Node child(Node holder, String token) {
        if (holder instanceof ObjectNode object) {
            return object.get(token).orElse(null);
        }
        if (holder instanceof ArrayNode array && token.matches("0|[1-9][0-9]{0,8}")) {
            int index = Integer.parseInt(token);
            return index < array.items().size() ? array.items().get(index) : null;
        }
        return null;
    }

    private void siblings(ObjectNode node) {
        List<String> others = node.members().keySet().stream()
                .filter(name -> !name.equals("$ref"))
                .toList();
        if (!others.isEmpty()) {
            diagnostics.warning(
                    "reference-siblings",
                    "beside a '$ref' everything else is ignored: " + String.join(", ", others),
                    node,
                    "move it to what the reference leads to, or remove it");
        }
    }
}
