package io.tidings.asyncapi.avro;

import io.tidings.asyncapi.avro.Outline.Default;
import io.tidings.asyncapi.avro.Outline.Use;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Nodes;
import io.tidings.asyncapi.source.Pointers;
import io.tidings.asyncapi.source.SourceLimits;
import io.tidings.asyncapi.source.SourceReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * The Avro schemas of one document. First {@link #add} all of them, in any order: a name defined in one may be used in
 * another. Then {@link #link}, then {@link #read} each.
 */
public final class AvroSchemas {
    /** The format of a schema that has a file of its own and nothing that says another. */
    public static final String FILE_FORMAT = "application/vnd.apache.avro+json";

    private final References references;
    private final Diagnostics diagnostics;
    private final Names names = new Names();
    private final IdentityHashMap<Node, Outline> outlines = new IdentityHashMap<>();
    private final List<Outline> inOrder = new ArrayList<>();
    private final IdentityHashMap<Node, Optional<Whole>> read = new IdentityHashMap<>();

    /**
     * A schema that defines every name it uses.
     *
     * @param places where its named types and their fields were written: {@code full.Name} and {@code full.Name#field}
     */
    public record Whole(Schema schema, Map<String, Location> places) {}

    public AvroSchemas(References references, Diagnostics diagnostics) {
        this.references = references;
        this.diagnostics = diagnostics;
    }

    /** Checks what can be said of a schema by itself; a second time does nothing. */
    public void add(Node root) {
        if (outlines.containsKey(root)) {
            return;
        }
        String namespace = enclosing(root);
        OutlineCheck check = new OutlineCheck(namespace, references, diagnostics);
        check.type(root, namespace);
        outlines.put(root, check.outline);
        inOrder.add(check.outline);
        names.share(check.outline);
        addFileOf(root);
    }

    /** What defines the names beside a schema within its own file: the schemas of a list know each other. */
    private void addFileOf(Node root) {
        if (!root.pointer().isEmpty() && root.location().file().endsWith(".avsc")) {
            references.rootOf(root).ifPresent(this::add);
        }
    }

    /** The namespace around a schema that a reference picks out of the middle of another. */
    private String enclosing(Node root) {
        String namespace = "";
        Node at = root.location().file().endsWith(".avsc")
                ? references.rootOf(root).orElse(root)
                : root;
        for (String token : Pointers.tokens(at == root ? "" : root.pointer())) {
            if (at instanceof ObjectNode object) {
                boolean named = AvroName.NAMED.contains(object.string("type").orElse(""));
                namespace = named ? AvroName.namespaceOf(AvroName.of(object, namespace)) : namespace;
                at = object.get(token).orElse(root);
            } else if (at instanceof ArrayNode list && token.matches("[0-9]{1,9}")) {
                at = list.items().get(Integer.parseInt(token));
            }
        }
        return namespace;
    }

    /** Checks what depends on the others: names, and defaults, whose type may be a name. */
    public void link() {
        inOrder.forEach(outline -> {
            outline.uses.forEach(use -> name(use, outline));
            outline.defaults.forEach(value -> defaultValue(value, outline));
        });
        new Redefinitions(names, references, diagnostics).check(inOrder);
    }

    private void name(Use use, Outline outline) {
        if (names.find(use.written(), use.namespace(), outline).isEmpty()) {
            outline.broken = true;
            diagnostics.error(
                    "avro-type-unknown",
                    "there is no type '" + use.written() + "'",
                    use.at(),
                    DidYouMean.among(use.written(), names.candidates(use.namespace(), outline))
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("define it here, or in another .avsc that the document refers to"));
        }
    }

    private void defaultValue(Default given, Outline outline) {
        DefaultCheck check = new DefaultCheck(names, outline, references);
        if (!check.fits(given.type(), given.value(), given.namespace())) {
            outline.broken = true;
            diagnostics.error(
                    "avro-default",
                    "the default of '" + given.field() + "' is no value of its type",
                    given.value(),
                    given.type() instanceof ArrayNode ? "it must match one of the union's branches" : null);
        } else if (given.type() instanceof ArrayNode union
                && !union.items().isEmpty()
                && !check.fits(union.items().get(0), given.value(), given.namespace())) {
            diagnostics.warning(
                    "avro-default-not-first",
                    "the default of '" + given.field() + "' does not match the first branch of its union",
                    given.value(),
                    "Avro before 1.12 refuses it: put the branch of the default first");
        }
    }

    /** Whether a node is a schema that was added. */
    public boolean isSchema(Node node) {
        return outlines.containsKey(node);
    }

    /** A schema as a tree that defines every name it uses; empty where it does so as it is written, or is broken. */
    public Optional<Node> selfContained(Node root) {
        Outline outline = outlines.get(root);
        if (outline == null || outline.broken) {
            return Optional.empty();
        }
        // What stands within another schema may have its namespace from there.
        if (outline.namespace.isEmpty() && !lacks(root, outline)) {
            return Optional.empty();
        }
        WholeSchema whole = new WholeSchema(names, references);
        whole.write(root, outline);
        return whole.tooDeep() || whole.incomplete()
                ? Optional.empty()
                : new SourceReader(SourceLimits.DEFAULT)
                        .readText("whole.avsc", whole.text())
                        .root();
    }

    private static boolean lacks(Node root, Outline outline) {
        return Nodes.walk(root)
                        .anyMatch(node -> node instanceof ObjectNode object
                                && object.string("$ref").isPresent())
                || outline.uses.stream()
                        .anyMatch(use ->
                                !outline.definitions.containsKey(AvroName.qualify(use.written(), use.namespace()))
                                        && !outline.definitions.containsKey(use.written()));
    }

    /** The schema, where nothing in it or in what it uses is wrong. */
    public Optional<Whole> read(Node root) {
        Optional<Whole> known = read.get(root);
        if (known != null) {
            return known;
        }
        Outline outline = outlines.get(root);
        Optional<Whole> whole = outline == null || outline.broken ? Optional.empty() : parse(root, outline);
        read.put(root, whole);
        return whole;
    }

    private Optional<Whole> parse(Node root, Outline outline) {
        WholeSchema whole = new WholeSchema(names, references);
        whole.write(root, outline);
        if (whole.tooDeep()) {
            diagnostics.error("avro-too-deep", "the types of this schema nest too deeply", root, null);
            return Optional.empty();
        }
        if (whole.incomplete()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Whole(new Schema.Parser().parse(whole.text()), whole.places()));
        } catch (AvroRuntimeException e) {
            String message = e.getMessage() == null
                    ? ""
                    : e.getMessage().lines().findFirst().orElse("");
            diagnostics.error("avro-schema", "Avro refuses this schema: " + message, root, null);
            return Optional.empty();
        }
    }
}
