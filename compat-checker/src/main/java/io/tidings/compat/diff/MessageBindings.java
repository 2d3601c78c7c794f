package io.tidings.compat.diff;

import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.model.MessageSchema.Avro;
import io.tidings.asyncapi.model.MessageSchema.Json;
import io.tidings.compat.json.Formula.Refer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;

/** Compares what the bindings say of a message: its key, and where readers find the schema. */
final class MessageBindings {

    private static final Set<String> JUDGED =
            Set.of("key", "schemaIdLocation", "schemaIdPayloadEncoding", "schemaLookupStrategy", "bindingVersion");

    private static final String CHANGED = "the key's schema changed";

    private final Comparison comparison;

    MessageBindings(Comparison comparison) {
        this.comparison = comparison;
    }

    void compare(Scope scope, Message was, Message is, boolean framed) {
        At at = At.of(scope, was.locationOf("bindings"), is.locationOf("bindings"));
        key(at, was.kafkaKey(), is.kafkaKey(), framed);
        if (!was.schemaIdLocation().equals(is.schemaIdLocation())) {
            comparison.found(
                    new MessageChange.SchemaIdLocationChanged(at, was.schemaIdLocation(), is.schemaIdLocation()));
        }
        Map<Object, Object> before = bindings(comparison.base(), was);
        Map<Object, Object> now = bindings(comparison.head(), is);
        String from = setting(before, "schemaIdPayloadEncoding");
        String to = setting(now, "schemaIdPayloadEncoding");
        if (!from.equals(to)) {
            comparison.found(new MessageChange.SchemaIdEncodingChanged(at, from, to));
        }
        from = setting(before, "schemaLookupStrategy");
        to = setting(now, "schemaLookupStrategy");
        if (!from.equals(to)) {
            comparison.found(new MessageChange.LookupStrategyChanged(at, from, to));
        }
        if (!unjudged(before).equals(unjudged(now))) {
            comparison.found(new DocumentChange.BindingChanged(at, "message \"" + is.name() + "\""));
        }
    }

    private void key(At at, @Nullable MessageSchema was, @Nullable MessageSchema is, boolean framed) {
        if (was == null && is == null) {
            return;
        }
        if (was == null || is == null) {
            comparison.found(
                    new MessageChange.KeySchemaChanged(at, "the key was " + (was == null ? "added" : "removed")));
        } else if (was instanceof Avro from && is instanceof Avro to) {
            boolean sameText = from.schema().toString().equals(to.schema().toString());
            if (!sameText || !from.schema().equals(to.schema())) {
                boolean bare = !framed && sameBytes(from.schema(), to.schema());
                comparison.found(new MessageChange.KeySchemaChanged(at, CHANGED, bare, JsonReading.HARMLESS));
            }
        } else {
            written(at, was, is);
        }
    }

    private void written(At at, MessageSchema was, MessageSchema is) {
        Object before = side(comparison.base(), was);
        Object now = side(comparison.head(), is);
        if (before.equals(now)) {
            return;
        }
        if (!(was instanceof Json from && is instanceof Json to) || !KeyShape.same(before, now)) {
            comparison.found(new MessageChange.KeySchemaChanged(at, CHANGED));
            return;
        }
        List<Refer> base = List.of(new Refer(comparison.base().schema(from)));
        List<Refer> head = List.of(new Refer(comparison.head().schema(to)));
        JsonReading reading = new JsonReading(
                comparison.json().judge(base, head), comparison.json().judge(head, base));
        if (reading.open()) {
            comparison.found(MessageChange.PayloadUndecided.of(at, "schema of the key", reading));
        }
        if (reading.breaks() || !reading.open()) {
            comparison.found(new MessageChange.KeySchemaChanged(at, CHANGED, true, reading));
        }
    }

    /** Whether the same key gives the same bytes, apart from a schema id before them. */
    private static boolean sameBytes(Schema from, Schema to) {
        return SchemaNormalization.toParsingForm(from).equals(SchemaNormalization.toParsingForm(to));
    }

    private static Object side(Side side, MessageSchema schema) {
        if (schema instanceof Json json) {
            return side.value(json.node());
        }
        return schema instanceof MessageSchema.Other other
                ? side.value(other.node())
                : ((Avro) schema).schema().toString();
    }

    private static Map<Object, Object> bindings(Side side, Message message) {
        Map<Object, Object> bindings = new LinkedHashMap<>();
        if (side.value(message, "bindings") instanceof Map<?, ?> written) {
            bindings.putAll(written);
        }
        return bindings;
    }

    private static String setting(Map<Object, Object> bindings, String name) {
        return bindings.get("kafka") instanceof Map<?, ?> kafka && kafka.get(name) != null
                ? String.valueOf(kafka.get(name))
                : "nothing";
    }

    private static Object unjudged(Map<Object, Object> bindings) {
        Map<Object, Object> rest = new LinkedHashMap<>(bindings);
        if (rest.remove("kafka") instanceof Map<?, ?> kafka) {
            Map<Object, Object> others = new LinkedHashMap<>(kafka);
            others.keySet().removeAll(JUDGED);
            if (!others.isEmpty()) {
                rest.put("kafka", others);
            }
        }
        return rest;
    }
}
