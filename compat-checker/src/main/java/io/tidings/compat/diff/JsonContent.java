package io.tidings.compat.diff;

import io.tidings.compat.json.Formula.Refer;
import io.tidings.compat.json.JsonReader;
import io.tidings.compat.json.JsonSchema;
import org.jspecify.annotations.Nullable;

/** A JSON Schema as a key: equal to those that say the same. */
final class JsonContent {

    private final JsonReader reader;
    private final JsonSchema schema;

    JsonContent(JsonReader reader, JsonSchema schema) {
        this.reader = reader;
        this.schema = schema;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonContent content && reader.same(new Refer(schema), new Refer(content.schema));
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (var clause : schema.clauses()) {
            hash = 31 * hash + clause.keyword().hashCode() + clause.name().hashCode();
        }
        return hash;
    }
}
