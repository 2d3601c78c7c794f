package io.tidings.compat.json;

import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import io.tidings.compat.json.Formula.AtLeast;
import io.tidings.compat.json.Formula.AtMost;
import io.tidings.compat.json.Formula.Measure;
import io.tidings.compat.json.Formula.Opaque;
import io.tidings.compat.json.Formula.Refer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads one schema: JSON Schema draft-07 with what AsyncAPI's Schema Object adds, and of later drafts what stands in theirs.
 * What it does not understand, and what a validator would judge by, is opaque.
 */
final class SchemaParser {

    private static final Set<String> NOTES =
            Set.of("format", "default", "contentEncoding", "contentMediaType", "discriminator");
    /** They name, identify or hold, and judge nothing; {@code then} and {@code else} are read with their {@code if}. */
    private static final Set<String> SILENT = Set.of(
            "$id", "id", "$schema", "$anchor", "$dynamicAnchor", "$vocabulary", "$defs", "definitions", "then", "else");
    /** Judge a value by what other keywords have judged before. */
    private static final Set<String> UNREAD = Set.of("$dynamicRef", "$recursiveRef");

    private final JsonSchemas home;
    private final boolean modern;
    private final List<Clause> clauses = new ArrayList<>();
    private final Map<String, Object> notes = new TreeMap<>();
    private final Map<String, Object> words = new TreeMap<>();

    SchemaParser(JsonSchemas home, boolean modern) {
        this.home = home;
        this.modern = modern;
    }

    SchemaText parse(Node node) {
        if (node instanceof ScalarNode scalar && scalar.value() instanceof Boolean anything) {
            if (!anything) {
                clause("false", "", Formula.never(), node.location());
            }
        } else if (node instanceof ObjectNode object && !node.location().file().endsWith(".avsc")) {
            object(object);
        } else {
            clause("schema", "", Opaque.of("schema", JsonValue.of(node)), node.location());
        }
        return SchemaText.of(clauses, notes, words);
    }

    private void object(ObjectNode schema) {
        Node reference = schema.get("$ref").orElse(null);
        if (reference != null) {
            Node target = home.target(schema);
            // Whatever leads to nothing that was read may say anything.
            Formula formula =
                    target == schema ? Opaque.within("$ref", JsonValue.of(reference), List.of()) : refer(target);
            clause("$ref", "", formula, reference.location());
            if (!modern) {
                return;
            }
        }
        for (Member member : schema.members().values()) {
            keyword(schema, member);
        }
    }

    private void keyword(ObjectNode schema, Member member) {
        String name = member.name();
        Node value = member.value();
        if (NOTES.contains(name)) {
            notes.put(name, JsonValue.of(value));
        } else if (modern && UNREAD.contains(name)) {
            add(member, Opaque.within(name, JsonValue.of(value), List.of()));
        } else if (!name.equals("$ref") && !SILENT.contains(name)) {
            Optional<List<Clause>> parts = new PartsParser(home, modern, schema).parse(member);
            Formula whole = parts.isPresent() ? null : whole(schema, member);
            if (parts.isPresent()) {
                clauses.addAll(parts.get());
            } else if (whole != null) {
                add(member, whole);
            } else {
                words.put(name, JsonValue.of(value));
            }
        }
    }

    /** A keyword that says one thing; null where it is none. */
    private @Nullable Formula whole(ObjectNode schema, Member member) {
        Node value = member.value();
        return switch (member.name()) {
            case "type" -> types(value);
            case "enum" ->
                value instanceof ArrayNode list
                        ? new Formula.Values(new LinkedHashSet<>(
                                list.items().stream().map(JsonValue::of).toList()))
                        : opaque(member);
            case "const" -> new Formula.Values(Set.of(JsonValue.of(value)));
            case "multipleOf" ->
                number(value)
                        .filter(n -> n.signum() > 0)
                        .<Formula>map(Formula.MultipleOf::new)
                        .orElseGet(() -> opaque(member));
            case "minimum" -> limit(member, true, flag(schema, "exclusiveMinimum"));
            case "maximum" -> limit(member, false, flag(schema, "exclusiveMaximum"));
            case "exclusiveMinimum" -> value(value) instanceof Boolean ? Formula.always() : limit(member, true, true);
            case "exclusiveMaximum" -> value(value) instanceof Boolean ? Formula.always() : limit(member, false, true);
            case "minLength" -> count(member, Measure.LENGTH, true);
            case "maxLength" -> count(member, Measure.LENGTH, false);
            case "minItems" -> count(member, Measure.ITEMS, true);
            case "maxItems" -> count(member, Measure.ITEMS, false);
            case "minProperties" -> count(member, Measure.PROPERTIES, true);
            case "maxProperties" -> count(member, Measure.PROPERTIES, false);
            case "pattern" -> value.text().<Formula>map(Formula.Matches::new).orElseGet(() -> opaque(member));
            case "uniqueItems" -> Boolean.TRUE.equals(value(value)) ? new Formula.Unique() : Formula.always();
            case "propertyNames" -> new Formula.Names(refer(value));
            case "anyOf" -> new Formula.Any(list(value));
            case "oneOf" -> new Formula.One(list(value));
            case "not" -> new Formula.Not(refer(value));
            case "if" -> condition(schema, value);
            default -> null;
        };
    }

    private static Formula types(Node value) {
        List<Node> labels = value instanceof ArrayNode list ? list.items() : List.of(value);
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        for (Node label : labels) {
            Optional<JsonType> type = JsonType.named(label.text().orElse(null));
            if (type.isEmpty()) {
                return Opaque.of("type", JsonValue.of(value));
            }
            types.add(type.get());
        }
        return new Formula.Types(types);
    }

    /** If it holds, then that holds as well; else the other does. */
    private Formula condition(ObjectNode schema, Node condition) {
        Formula met = refer(condition);
        List<Formula> then = new ArrayList<>(List.of(met));
        List<Formula> otherwise = new ArrayList<>(List.of(new Formula.Not(met)));
        schema.get("then").ifPresent(node -> then.add(refer(node)));
        schema.get("else").ifPresent(node -> otherwise.add(refer(node)));
        return then.size() + otherwise.size() == 2
                ? Formula.always()
                : new Formula.Any(List.of(new Formula.All(then), new Formula.All(otherwise)));
    }

    private Formula limit(Member member, boolean least, boolean exclusive) {
        return number(member.value())
                .<Formula>map(n ->
                        least ? new AtLeast(Measure.NUMBER, n, exclusive) : new AtMost(Measure.NUMBER, n, exclusive))
                .orElseGet(() -> opaque(member));
    }

    private static Formula count(Member member, Measure measure, boolean least) {
        return number(member.value())
                .<Formula>map(n -> least ? new AtLeast(measure, n, false) : new AtMost(measure, n, false))
                .orElseGet(() -> opaque(member));
    }

    private List<Formula> list(Node value) {
        return value instanceof ArrayNode list
                ? list.items().stream().map(this::refer).toList()
                : List.of(Opaque.of("schema", JsonValue.of(value)));
    }

    private static Opaque opaque(Member member) {
        return Opaque.of(member.name(), JsonValue.of(member.value()));
    }

    private static boolean flag(ObjectNode schema, String name) {
        return schema.get(name).filter(node -> Boolean.TRUE.equals(value(node))).isPresent();
    }

    private static @Nullable Object value(Node node) {
        return node instanceof ScalarNode scalar ? scalar.value() : null;
    }

    static Optional<BigDecimal> number(Node node) {
        Object value = value(node);
        if (value instanceof BigInteger integer) {
            return Optional.of(JsonValue.number(new BigDecimal(integer)));
        }
        return value instanceof BigDecimal decimal ? Optional.of(JsonValue.number(decimal)) : Optional.empty();
    }

    private Formula refer(Node node) {
        return new Refer(home.schema(node, modern));
    }

    private void add(Member member, Formula formula) {
        if (!(formula instanceof Formula.Always)) {
            clause(member.name(), "", formula, member.keyLocation());
        }
    }

    private void clause(String keyword, String name, Formula formula, Location at) {
        clauses.add(new Clause(keyword, name, formula, at));
    }
}
