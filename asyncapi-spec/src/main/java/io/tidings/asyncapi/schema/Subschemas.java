package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.schema.Keyword.Shape;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** The schemas that stand directly inside another. */
final class Subschemas {
    private Subschemas() {}

    /** All of them that the dialect knows. */
    static void each(ObjectNode schema, Dialect dialect, Consumer<Node> action) {
        for (Member member : schema.members().values()) {
            Keyword keyword = Keyword.named(member.name());
            if (keyword != null && dialect.since(keyword.since())) {
                within(keyword.shape(), member.value()).forEach(action);
            }
        }
    }

    /** Those that judge the same value as the schema itself. */
    static List<Node> inPlace(ObjectNode schema) {
        return schema.members().values().stream()
                .filter(member -> Keyword.IN_PLACE.contains(member.name()))
                .flatMap(member -> member.value() instanceof ArrayNode list
                        ? list.items().stream()
                        : java.util.stream.Stream.of(member.value()))
                .toList();
    }

    private static List<Node> within(Shape shape, Node value) {
        return switch (shape) {
            case SCHEMA -> List.of(value);
            case SCHEMA_LIST -> value instanceof ArrayNode list ? list.items() : List.of();
            case ITEMS -> value instanceof ArrayNode list ? list.items() : List.of(value);
            case SCHEMAS_BY_NAME, SCHEMAS_BY_PATTERN -> values(value);
            case DEPENDENCIES ->
                values(value).stream()
                        .filter(node -> !(node instanceof ArrayNode))
                        .toList();
            default -> List.of();
        };
    }

    private static List<Node> values(Node value) {
        return value instanceof ObjectNode map
                ? map.members().values().stream().map(Member::value).toList()
                : List.of();
    }
}
