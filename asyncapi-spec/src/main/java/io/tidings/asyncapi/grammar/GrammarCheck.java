package io.tidings.asyncapi.grammar;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares a tree with a grammar. Each thing wrong is one diagnostic; what is wrong at a node is not said again of what is
 * below it. References are collected, not followed. For one thread and one document.
 */
public final class GrammarCheck {
    private static final Set<String> COMPOSITION = Set.of("allOf", "anyOf", "oneOf");
    private static final Set<String> OTHER_TYPES = Set.of("array", "boolean", "integer", "null", "number", "string");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._-]+");

    private final Grammar grammar;
    private final Diagnostics diagnostics;
    private final ObjectCheck objects;
    private final SchemaWalk schemas;
    private final List<ReferenceUse> references = new ArrayList<>();
    private final IdentityHashMap<Node, String> checked = new IdentityHashMap<>();

    public GrammarCheck(Grammar grammar, String specVersion, Diagnostics diagnostics) {
        this.grammar = grammar;
        this.diagnostics = diagnostics;
        this.objects = new ObjectCheck(grammar, specVersion, diagnostics, this);
        this.schemas = new SchemaWalk(references, this);
    }

    /** Checks a whole document. */
    public void check(ObjectNode root) {
        check(root, new Kind.Described("AsyncApi"));
    }

    /** Checks a value; {@code true} where it is of that kind at its top. */
    public boolean check(Node node, Kind kind) {
        if (kind instanceof Kind.OrReference or) {
            return isReference(node) ? reference((ObjectNode) node, or.kind()) : check(node, or.kind());
        }
        if (kind instanceof Kind.Reference reference) {
            return isReference(node)
                    ? reference((ObjectNode) node, new Kind.Described(reference.type()))
                    : mismatch(node, kind, "write {$ref: '#/...'} instead of the thing itself");
        }
        if (kind instanceof Kind.Described described) {
            return described(node, described);
        }
        if (kind instanceof Kind.ListOf list) {
            return list(node, list);
        }
        if (kind instanceof Kind.MapOf map) {
            return map(node, map);
        }
        if (kind instanceof Kind.Choice choice) {
            return choice(node, choice);
        }
        if (kind == Kind.Plain.PAYLOAD) {
            schemas.payload(node); // any value is one: only the references in it matter
            return true;
        }
        if (kind == Kind.Plain.SCHEMA) {
            return schemas.check(node) || mismatch(node, kind, Values.hint(node, kind));
        }
        if (kind == Kind.Plain.OBJECTSCHEMA || kind == Kind.Plain.PROPERTYSCHEMA) {
            return objectSchema(node, kind);
        }
        return Values.fits(node, kind) || mismatch(node, kind, Values.hint(node, kind));
    }

    /** The references found so far, in the order found; grows with each check. */
    public List<ReferenceUse> references() {
        return references;
    }

    /** The JSON Schemas found so far, as they are written; those of payloads whose format stands elsewhere are not among them. */
    public List<SchemaUse> schemas() {
        return schemas.schemas();
    }

    /** As what a node was checked, if it was. */
    public Optional<String> typeOf(Node node) {
        return Optional.ofNullable(checked.get(node));
    }

    /** Whether a node stands in a schema, or is one. */
    public boolean isSchema(Node node) {
        return schemas.walked(node);
    }

    /** All objects of each type that were checked, in the order of their places. */
    public Map<String, List<ObjectNode>> objectsByType() {
        Map<String, List<ObjectNode>> byType = new HashMap<>();
        checked.forEach((node, type) -> {
            if (node instanceof ObjectNode object) {
                byType.computeIfAbsent(type, any -> new ArrayList<>()).add(object);
            }
        });
        byType.values().forEach(objects -> objects.sort(Comparator.comparing(ObjectNode::location)));
        return byType;
    }

    /** Whether this is an object with a {@code $ref}. */
    public static boolean isReference(Node node) {
        return node instanceof ObjectNode object && object.members().containsKey("$ref");
    }

    private boolean reference(ObjectNode node, Kind expected) {
        if (node.string("$ref").isEmpty()) {
            node.get("$ref").ifPresent(value -> mismatch(value, Kind.Plain.STRING, "a reference is a text"));
            return false;
        }
        references.add(new ReferenceUse(node, expected));
        return true;
    }

    private boolean described(Node node, Kind.Described kind) {
        if (!(node instanceof ObjectNode object)) {
            return mismatch(node, kind, null);
        }
        if (checked.putIfAbsent(node, kind.type()) == null) {
            objects.check(object, grammar.type(kind.type()));
        }
        return true;
    }

    private boolean list(Node node, Kind.ListOf kind) {
        if (!(node instanceof ArrayNode array)) {
            return mismatch(node, kind, "begin each item with '- '");
        }
        array.items().forEach(item -> check(item, kind.item()));
        return true;
    }

    private boolean map(Node node, Kind.MapOf kind) {
        if (!(node instanceof ObjectNode object)) {
            return mismatch(node, kind, null);
        }
        object.members().values().forEach(member -> {
            if (kind.strictKeys() && !IDENTIFIER.matcher(member.name()).matches()) {
                diagnostics.add(Diagnostic.error(
                        "key-invalid",
                        "'" + member.name() + "' is no key that can stand here",
                        member.keyLocation(),
                        member.value().pointer(),
                        "use letters, digits, dots, hyphens and underscores"));
            }
            check(member.value(), kind.value());
        });
        return true;
    }

    private boolean choice(Node node, Kind.Choice choice) {
        if (fits(node, choice)) {
            return true;
        }
        for (Kind kind : choice.kinds()) {
            boolean sameShape = node instanceof ArrayNode
                    ? kind instanceof Kind.ListOf
                    : node instanceof ObjectNode && (kind instanceof Kind.Described || kind == Kind.Plain.SCHEMA);
            if (sameShape) {
                return check(node, kind);
            }
        }
        return mismatch(node, choice, Values.hint(node, choice));
    }

    /** Whether a value without inner structure is of that kind; says nothing where it is not. */
    boolean fits(Node node, Kind kind) {
        return kind instanceof Kind.Choice choice
                ? choice.kinds().stream().anyMatch(each -> Values.fits(node, each))
                : Values.fits(node, kind);
    }

    /** A schema of objects, as headers have it. What is composed of others, or refers to one, is not looked into. */
    private boolean objectSchema(Node node, Kind kind) {
        if (isReference(node)) {
            return reference((ObjectNode) node, kind);
        }
        if (!(node instanceof ObjectNode schema)) {
            return mismatch(node, kind, null);
        }
        schemas.check(schema);
        if (schema.members().containsKey("schemaFormat")
                || schema.members().keySet().stream().anyMatch(COMPOSITION::contains)) {
            return true;
        }
        // A word that is no type at all is the business of those who check schemas.
        Node type = schema.get("type").orElse(schema);
        if (type.text().filter(OTHER_TYPES::contains).isPresent()) {
            return mismatch(type, new Kind.Word("object"), null);
        }
        if (kind == Kind.Plain.PROPERTYSCHEMA && !schema.members().containsKey("properties")) {
            // The text asks for it, the schemas of the bindings do not.
            diagnostics.warning("field-missing", "this schema needs the field 'properties'", node, "add 'properties'");
        }
        return true;
    }

    private boolean mismatch(Node node, Kind kind, @Nullable String hint) {
        boolean wrongWord = node instanceof ScalarNode scalar && scalar.value() instanceof String && Values.words(kind);
        String found = wrongWord ? "'" + Values.shortText(node) + "'" : Values.found(node);
        String message = "expected " + kind.label(grammar) + ", found " + found;
        if (wrongWord && Values.soft(kind)) {
            diagnostics.warning("field-value", message, node, hint);
        } else {
            diagnostics.error(wrongWord ? "field-value" : "field-type", message, node, hint);
        }
        return false;
    }
}
