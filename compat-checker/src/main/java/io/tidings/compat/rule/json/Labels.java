package io.tidings.compat.rule.json;

import io.tidings.compat.json.JsonType;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names types of JSON as people do. */
final class Labels {

    private Labels() {}

    static String of(Collection<JsonType> types) {
        if (types.isEmpty()) {
            return "nothing";
        }
        // All of them, integer being a number.
        return types.size() == JsonType.values().length - 1
                ? "any type"
                : types.stream().map(JsonType::label).collect(Collectors.joining(" or "));
    }
}
