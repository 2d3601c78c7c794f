package io.tidings.asyncapi.avro;

import io.tidings.asyncapi.avro.Outline.Default;
import io.tidings.asyncapi.avro.Outline.Definition;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records, enums and fixed types. */
final class NamedTypeCheck {
    private static final Set<String> ORDERS = Set.of("ascending", "descending", "ignore");

    private final OutlineCheck check;

    NamedTypeCheck(OutlineCheck check) {
        this.check = check;
    }

    void check(ObjectNode node, String type, String enclosing) {
        String fullName = define(node, type, enclosing);
        String namespace = AvroName.namespaceOf(fullName);
        aliases(node);
        switch (type) {
            case "enum" -> symbols(node);
            case "fixed" -> size(node);
            default -> fields(node, namespace);
        }
    }

    private String define(ObjectNode node, String type, String enclosing) {
        String fullName = AvroName.of(node, enclosing);
        if (fullName.isEmpty()) {
            check.error("avro-name-missing", "this " + type + " lacks 'name'", node, "add a 'name'");
            return AvroName.qualify("unnamed", enclosing);
        }
        Node name = node.get("name").orElse(node);
        if (!AvroName.isFull(fullName)) {
            boolean byNamespace = AvroName.isFull(name.text().orElse(""));
            check.error(
                    "avro-name-invalid",
                    "'" + fullName + "' is no Avro name",
                    byNamespace ? node.get("namespace").orElse(name) : name,
                    "letters, digits and underscores, not beginning with a digit; dots in namespaces only");
        } else if (AvroName.PRIMITIVES.contains(AvroName.simpleOf(fullName))) {
            check.error(
                    "avro-name-invalid", "'" + fullName + "' is the name of a primitive type", name, "choose another");
        }
        Definition earlier = check.outline.definitions.putIfAbsent(
                fullName, new Definition(fullName, node, enclosing, check.outline));
        if (earlier != null) {
            check.error(Diagnostic.error(
                            "avro-name-duplicate",
                            "'" + fullName + "' is defined twice in this schema",
                            name.location(),
                            name.pointer(),
                            "define it once, and refer to it by its name")
                    .withRelated(earlier.node().locationOf("name"), "first here"));
        }
        return fullName;
    }

    private void aliases(ObjectNode node) {
        Node aliases = node.get("aliases").orElse(null);
        if (aliases instanceof ArrayNode list) {
            check.texts(list, "avro-alias", "an alias").stream()
                    .filter(alias -> !AvroName.isFull(alias.text().orElse("")))
                    .forEach(alias -> check.error(
                            "avro-alias", "'" + alias.text().orElse("") + "' is no Avro name", alias, null));
        } else if (aliases != null) {
            check.error("avro-alias", "'aliases' is a list of names", aliases, null);
        }
    }

    private void fields(ObjectNode record, String namespace) {
        Node fields = record.get("fields").orElse(null);
        if (!(fields instanceof ArrayNode list)) {
            check.error(
                    "avro-fields-missing",
                    fields == null ? "this record lacks 'fields'" : "'fields' is a list",
                    fields == null ? record : fields,
                    "a record without fields has \"fields\": []");
            return;
        }
        Map<String, Node> names = new HashMap<>();
        for (Node item : list.items()) {
            if (item instanceof ObjectNode field) {
                field(field, namespace, names);
            } else {
                check.error("avro-field", "a field is an object, not a " + item.kind(), item, null);
            }
        }
    }

    private void field(ObjectNode field, String namespace, Map<String, Node> names) {
        String name = fieldName(field, names);
        aliases(field);
        field.get("order")
                .filter(order -> !ORDERS.contains(order.text().orElse("")))
                .ifPresent(
                        order -> check.error("avro-order", "'order' is ascending, descending or ignore", order, null));
        Node type = field.get("type").orElse(null);
        if (type == null) {
            check.error("avro-type-missing", "this field lacks 'type'", field, "add a 'type'");
            return;
        }
        check.type(type, namespace);
        field.get("default").ifPresent(value -> check.outline.defaults.add(new Default(type, value, namespace, name)));
    }

    /** The field's name; empty where it has none. */
    private String fieldName(ObjectNode field, Map<String, Node> names) {
        Node node = field.get("name").orElse(null);
        String name = node == null ? null : node.text().orElse(null);
        if (node == null || name == null) {
            check.error("avro-field-name-missing", "this field lacks 'name'", field, "add a 'name'");
            return "";
        }
        if (!AvroName.isSimple(name)) {
            check.error(
                    "avro-name-invalid",
                    "'" + name + "' is no Avro name",
                    node,
                    "letters, digits and underscores, not beginning with a digit");
        }
        Node earlier = names.putIfAbsent(name, node);
        if (earlier != null) {
            check.error(Diagnostic.error(
                            "avro-field-duplicate",
                            "the record has two fields '" + name + "'",
                            node.location(),
                            node.pointer(),
                            "rename or remove one of them")
                    .withRelated(earlier.location(), "first here"));
        }
        return name;
    }

    private void symbols(ObjectNode node) {
        Node symbols = node.get("symbols").orElse(null);
        if (!(symbols instanceof ArrayNode list)) {
            check.error(
                    "avro-symbols-missing",
                    symbols == null ? "this enum lacks 'symbols'" : "'symbols' is a list of names",
                    symbols == null ? node : symbols,
                    null);
            return;
        }
        Map<String, Node> seen = new LinkedHashMap<>();
        for (Node symbol : check.texts(list, "avro-symbol", "a symbol")) {
            String text = symbol.text().orElse("");
            if (!AvroName.isSimple(text)) {
                check.error(
                        "avro-symbol",
                        "'" + text + "' is no Avro name",
                        symbol,
                        "a symbol has letters, digits and underscores, and does not begin with a digit");
            }
            Node earlier = seen.putIfAbsent(text, symbol);
            if (earlier != null) {
                check.error(Diagnostic.error(
                                "avro-symbol",
                                "the symbol '" + text + "' occurs twice",
                                symbol.location(),
                                symbol.pointer(),
                                null)
                        .withRelated(earlier.location(), "first here"));
            }
        }
        node.get("default").ifPresent(value -> symbolDefault(value, List.copyOf(seen.keySet())));
    }

    private void symbolDefault(Node value, List<String> symbols) {
        @Nullable String text = value.text().orElse(null);
        if (text == null || !symbols.contains(text)) {
            check.error(
                    "avro-default",
                    "the default of an enum is one of its symbols",
                    value,
                    text == null ? null : DidYouMean.hint(text, symbols));
        }
    }

    private void size(ObjectNode node) {
        Node size = node.get("size").orElse(null);
        boolean valid = size instanceof ScalarNode scalar
                && scalar.value() instanceof BigInteger number
                && number.signum() >= 0
                && number.bitLength() < Integer.SIZE;
        if (!valid) {
            check.error(
                    "avro-size",
                    size == null ? "this fixed lacks 'size'" : "'size' is a number of bytes",
                    size == null ? node : size,
                    null);
        }
    }
}
