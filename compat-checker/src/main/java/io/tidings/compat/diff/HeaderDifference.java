package io.tidings.compat.diff;

import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the headers of a message, property by property. */
final class HeaderDifference {

    private final Comparison comparison;

    HeaderDifference(Comparison comparison) {
        this.comparison = comparison;
    }

    void compare(Scope scope, Message was, Message is) {
        At at = At.of(scope, was.locationOf("headers"), is.locationOf("headers"));
        Map<Object, Object> before = schema(comparison.base(), was.headers());
        Map<Object, Object> now = schema(comparison.head(), is.headers());
        if (before.equals(now)) {
            return;
        }
        Map<?, ?> from = properties(before);
        Map<?, ?> to = properties(now);
        TreeSet<String> names = new TreeSet<>();
        from.keySet().forEach(name -> names.add(String.valueOf(name)));
        to.keySet().forEach(name -> names.add(String.valueOf(name)));
        for (String name : names) {
            header(
                    at,
                    name,
                    new Header(from.get(name), required(before, name)),
                    new Header(to.get(name), required(now, name)));
        }
        if (!rest(before).equals(rest(now))) {
            comparison.found(new MessageChange.PayloadUndecided(at, "JSON Schema of the headers"));
        }
    }

    private record Header(@Nullable Object schema, boolean required) {}

    private void header(At at, String name, Header was, Header is) {
        if (was.schema() == null) {
            comparison.found(
                    is.required()
                            ? new MessageChange.RequiredHeaderAdded(at, name)
                            : new MessageChange.OptionalHeaderAdded(at, name));
            return;
        }
        if (is.schema() == null) {
            comparison.found(new MessageChange.HeaderRemoved(at, name, was.required()));
            return;
        }
        if (was.required() != is.required()) {
            comparison.found(new MessageChange.HeaderOptionalityChanged(at, name, is.required()));
        }
        if (!was.schema().equals(is.schema())) {
            boolean documentation =
                    JsonSchemaText.constraints(was.schema()).equals(JsonSchemaText.constraints(is.schema()));
            comparison.found(
                    documentation
                            ? new DocumentChange.Documentation(at, "header \"" + name + "\"")
                            : new MessageChange.HeaderTypeChanged(at, name));
        }
    }

    private static Map<Object, Object> schema(Side side, @Nullable MessageSchema headers) {
        Map<Object, Object> schema = new LinkedHashMap<>();
        if (headers instanceof MessageSchema.Json json && side.value(json.node()) instanceof Map<?, ?> map) {
            schema.putAll(map);
        } else if (headers instanceof MessageSchema.Avro avro) {
            schema.put("avro", avro.schema().toString());
        } else if (headers instanceof MessageSchema.Other other) {
            schema.put("other", side.value(other.node()));
        }
        return schema;
    }

    private static Map<?, ?> properties(Map<Object, Object> schema) {
        return schema.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
    }

    private static boolean required(Map<Object, Object> schema, String name) {
        return schema.get("required") instanceof List<?> names && names.contains(name);
    }

    /** What is neither a property nor for people; that headers are an object goes without saying. */
    private static Object rest(Map<Object, Object> schema) {
        Map<Object, Object> rest = new LinkedHashMap<>(schema);
        rest.remove("properties");
        rest.remove("required");
        rest.remove("type", "object");
        return JsonSchemaText.constraints(rest);
    }
}
