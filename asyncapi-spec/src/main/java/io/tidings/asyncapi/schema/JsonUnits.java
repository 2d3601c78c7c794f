package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Schemas as the library reads them. Whatever is referred to, in whatever file, becomes a unit of one document, once, and
 * references name units; so that the library resolves nothing outside. What judges nothing is left out, and a schema that is
 * none, or out of reach, lets everything pass: what is wrong with it has been said of itself.
 */
final class JsonUnits {
    /** No keyword: the library looks into it only where a reference leads. */
    private static final String UNITS = "units";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Keywords that the newest draft took away again. */
    private static final Set<String> GONE_2020 = Set.of("additionalItems", "dependencies");

    private final Following following;
    private final SchemaCheck check;
    private final Dialect dialect;
    private final tools.jackson.databind.node.ObjectNode units = JSON.objectNode();
    private final IdentityHashMap<Node, String> names = new IdentityHashMap<>();
    private final Deque<ObjectNode> waiting = new ArrayDeque<>();

    JsonUnits(Following following, SchemaCheck check, Dialect dialect) {
        this.following = following;
        this.check = check;
        this.dialect = dialect;
    }

    /** A schema, and all units it may need beside it. */
    JsonNode document(ObjectNode schema) {
        JsonNode reference = reference(schema);
        while (!waiting.isEmpty()) {
            ObjectNode next = waiting.remove();
            units.set(names.get(next), object(next));
        }
        return ((tools.jackson.databind.node.ObjectNode) reference).set(UNITS, units);
    }

    private JsonNode reference(ObjectNode target) {
        String name = names.get(target);
        if (name == null) {
            name = String.valueOf(names.size());
            names.put(target, name);
            waiting.add(target);
        }
        return JSON.objectNode().put("$ref", "#/" + UNITS + "/" + name);
    }

    private JsonNode schema(Node written) {
        Node meant = following.schema(written).orElse(null);
        if (meant instanceof ScalarNode scalar && scalar.value() instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        }
        if (!(meant instanceof ObjectNode object)) {
            return JSON.objectNode();
        }
        return meant == written ? object(object) : reference(object);
    }

    private tools.jackson.databind.node.ObjectNode object(ObjectNode schema) {
        tools.jackson.databind.node.ObjectNode copy = JSON.objectNode();
        if (check.isBroken(schema)) {
            return copy;
        }
        for (Member member : schema.members().values()) {
            Keyword keyword = Keyword.named(member.name());
            if (keyword != null && keyword.asserts() && known(keyword)) {
                JsonNode value = value(keyword, member.value());
                if (value != null) {
                    copy.set(member.name(), value);
                }
            }
        }
        if (schema.object("patternProperties").isPresent() && !copy.has("patternProperties")) {
            copy.remove("additionalProperties"); // it would judge what the patterns let pass
        }
        return copy;
    }

    private boolean known(Keyword keyword) {
        return dialect.since(keyword.since()) && !(dialect == Dialect.DRAFT_2020 && GONE_2020.contains(keyword.name()));
    }

    private @org.jspecify.annotations.Nullable JsonNode value(Keyword keyword, Node value) {
        return switch (keyword.shape()) {
            case SCHEMA -> schema(value);
            case SCHEMA_LIST -> list(value);
            case ITEMS -> value instanceof ArrayNode ? list(value) : schema(value);
            case SCHEMAS_BY_NAME, DEPENDENCIES -> byName(value);
            case SCHEMAS_BY_PATTERN -> patterns(value) ? byName(value) : null;
            case PATTERN -> Patterns.usable(value.text().orElse("")) ? JsonValues.of(value) : null;
            case LIMIT -> limit(value) ? JsonValues.of(value) : null;
            default -> JsonValues.of(value);
        };
    }

    /** A schema of draft 4 may be part of a newer one: its flags say nothing there. */
    private boolean limit(Node value) {
        return (dialect == Dialect.DRAFT_4) == (value instanceof ScalarNode s && s.value() instanceof Boolean);
    }

    private static boolean patterns(Node value) {
        return value instanceof ObjectNode map
                && map.members().keySet().stream().allMatch(Patterns::usable);
    }

    private JsonNode list(Node value) {
        tools.jackson.databind.node.ArrayNode copy = JSON.arrayNode();
        ((ArrayNode) value).items().forEach(item -> copy.add(schema(item)));
        return copy;
    }

    private JsonNode byName(Node value) {
        tools.jackson.databind.node.ObjectNode copy = JSON.objectNode();
        ((ObjectNode) value)
                .members()
                .forEach((name, member) -> copy.set(
                        name,
                        member.value() instanceof ArrayNode ? JsonValues.of(member.value()) : schema(member.value())));
        return copy;
    }
}
