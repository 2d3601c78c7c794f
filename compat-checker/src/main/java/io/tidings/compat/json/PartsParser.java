package io.tidings.compat.json;

import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import io.tidings.compat.json.Formula.Opaque;
import io.tidings.compat.json.Formula.Refer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the keywords that speak of several things: properties, positions, parts of a conjunction. */
final class PartsParser {

    private static final Set<String> IN_PLACE =
            Set.of("$ref", "allOf", "anyOf", "oneOf", "if", "dependencies", "dependentSchemas", "not");

    private final JsonSchemas home;
    private final boolean modern;
    private final ObjectNode schema;
    private final List<Clause> clauses = new ArrayList<>();

    PartsParser(JsonSchemas home, boolean modern, ObjectNode schema) {
        this.home = home;
        this.modern = modern;
        this.schema = schema;
    }

    /** Empty where it is not one of these keywords. */
    Optional<List<Clause>> parse(Member member) {
        Node value = member.value();
        switch (member.name()) {
            case "allOf" -> positions(member, (i, part) -> part);
            case "required" -> required(member);
            case "properties" -> named(member, Formula.Property::new);
            case "patternProperties" -> named(member, Formula.PatternProperty::new);
            case "additionalProperties" -> additional(member);
            case "items" -> items(member);
            case "additionalItems" -> additionalItems(member);
            case "contains" -> contains(member);
            case "dependencies", "dependentRequired", "dependentSchemas" -> dependencies(member);
            case "prefixItems", "minContains", "maxContains", "unevaluatedItems", "unevaluatedProperties" -> {
                if (!modern) {
                    return Optional.empty();
                }
                modern(member, value);
            }
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(clauses);
    }

    private interface Naming {
        Formula of(String name, Formula schema);
    }

    private interface Placing {
        Formula of(int index, Formula schema);
    }

    private void modern(Member member, Node value) {
        boolean alone = IN_PLACE.stream().noneMatch(schema.members()::containsKey);
        switch (member.name()) {
            case "prefixItems" -> positions(member, Formula.ItemAt::new);
            case "unevaluatedProperties" -> {
                // Without schemas that apply in place it is what additionalProperties is.
                if (!alone) {
                    unread(member);
                } else if (schema.get("additionalProperties").isEmpty()) {
                    additional(member);
                }
            }
            case "unevaluatedItems" -> {
                if (!alone || schema.get("contains").isPresent()) {
                    unread(member);
                } else if (schema.get("items")
                                .filter(items -> !(items instanceof ArrayNode))
                                .isEmpty()
                        && schema.get("additionalItems").isEmpty()) {
                    clause(member, "", new Formula.ItemsFrom(prefix(), refer(value)), member.keyLocation());
                }
            }
            default -> {
                // minContains and maxContains are read with contains.
            }
        }
    }

    private void required(Member member) {
        if (member.value() instanceof ArrayNode names) {
            for (Node name : names.items()) {
                name.text().ifPresent(text -> clause(member, text, new Formula.Required(text), name.location()));
            }
        }
    }

    private void named(Member member, Naming naming) {
        if (member.value() instanceof ObjectNode parts) {
            for (Member part : parts.members().values()) {
                clause(member, part.name(), naming.of(part.name(), refer(part.value())), part.keyLocation());
            }
        } else {
            unread(member);
        }
    }

    /** {@code true} too: readers do not mind it, but who sends may send anything. */
    private void additional(Member member) {
        Set<String> names = keys("properties");
        Set<String> patterns = keys("patternProperties");
        clause(member, "", new Formula.Additional(names, patterns, refer(member.value())), member.keyLocation());
    }

    private Set<String> keys(String keyword) {
        // In the order of the file, so that every run tries the same names first.
        return new LinkedHashSet<>(
                schema.object(keyword).map(object -> object.members().keySet()).orElse(Set.of()));
    }

    private void items(Member member) {
        if (member.value() instanceof ArrayNode) {
            positions(member, Formula.ItemAt::new);
        } else {
            clause(member, "", new Formula.ItemsFrom(prefix(), refer(member.value())), member.keyLocation());
        }
    }

    private void additionalItems(Member member) {
        ArrayNode tuple = schema.array("items").orElse(null);
        if (tuple != null) {
            int from = tuple.items().size();
            clause(member, "", new Formula.ItemsFrom(from, refer(member.value())), member.keyLocation());
        }
    }

    /** How many positions have schemas of their own. */
    private int prefix() {
        return modern
                ? schema.array("prefixItems").map(list -> list.items().size()).orElse(0)
                : 0;
    }

    private void contains(Member member) {
        boolean counted = modern && Stream.of("minContains", "maxContains").anyMatch(schema.members()::containsKey);
        if (counted) {
            unread(member);
        } else {
            clause(member, "", new Formula.Contains(refer(member.value())), member.keyLocation());
        }
    }

    /** Where a property is present, others must be too, or the whole fits another schema. */
    private void dependencies(Member member) {
        if (!(member.value() instanceof ObjectNode parts)) {
            unread(member);
            return;
        }
        Set<JsonType> others = EnumSet.complementOf(EnumSet.of(JsonType.OBJECT));
        for (Member part : parts.members().values()) {
            Formula then = part.value() instanceof ArrayNode names
                    ? new Formula.All(names.items().stream()
                            .flatMap(name -> name.text().stream())
                            .<Formula>map(Formula.Required::new)
                            .toList())
                    : refer(part.value());
            Formula absent = new Formula.Not(new Formula.Required(part.name()));
            Formula formula = new Formula.Any(List.of(new Formula.Types(others), absent, then));
            clause(member, part.name(), formula, part.keyLocation());
        }
    }

    private void positions(Member member, Placing placing) {
        if (member.value() instanceof ArrayNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                Node item = list.items().get(i);
                clause(member, String.valueOf(i), placing.of(i, refer(item)), item.location());
            }
        } else {
            unread(member);
        }
    }

    private void unread(Member member) {
        Node value = member.value();
        boolean part = value instanceof ObjectNode || value instanceof ScalarNode;
        List<Object> detail = new ArrayList<>();
        if (member.name().equals("contains")) {
            schema.get("minContains").ifPresent(count -> detail.add(Map.of("least", JsonValue.of(count))));
            schema.get("maxContains").ifPresent(count -> detail.add(Map.of("most", JsonValue.of(count))));
        } else if (!part) {
            detail.add(JsonValue.of(value));
        }
        Opaque opaque = Opaque.within(member.name(), detail, part ? List.of(refer(value)) : List.of());
        clause(member, "", opaque, member.keyLocation());
    }

    private Refer refer(Node node) {
        return new Refer(home.schema(node, modern));
    }

    private void clause(Member member, String name, Formula formula, Location at) {
        clauses.add(new Clause(member.name(), name, formula, at));
    }
}
