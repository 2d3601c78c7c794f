package io.tidings.compat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.model.AsyncApiDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The smallest document that has a part of a table in it, with a role and a retention. */
final class CellDocument {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<String, @Nullable Object> root = CellTables.yaml(
            "{asyncapi: 3.0.0, info: {title: Shop, version: 1.0.0}, channels: {orders: {address: shop.orders}}}");

    CellDocument(Map<String, @Nullable Object> part) {
        merge(root, part);
        Map<String, @Nullable Object> orders = channel("orders");
        child(orders, "messages");
        if (child(orders, "messages").isEmpty()) {
            child(orders, "messages").put("Order", new LinkedHashMap<>());
        }
        child(orders, "messages")
                .values()
                .forEach(message -> object(message).putIfAbsent("payload", CellTables.yaml("{type: string}")));
    }

    /** The operations of a role: {@code send}, {@code receive}, {@code both}, {@code none} or, of a reply, {@code sendsReply}. */
    CellDocument role(String role) {
        String to = "channel: {$ref: '#/channels/orders'}";
        String reply = "{handle: {action: %s, channel: {$ref: '#/channels/questions'}, reply: {" + to + "}}}";
        String operations = switch (role) {
            case "send", "receive" -> "{handle: {action: " + role + ", " + to + "}}";
            case "both" -> "{handle: {action: send, " + to + "}, back: {action: receive, " + to + "}}";
            case "none" -> "{}";
            case "sendsReply" -> reply.formatted("receive");
            case "receivesReply" -> reply.formatted("send");
            default -> throw new IllegalArgumentException(role);
        };
        if (role.endsWith("Reply")) {
            merge(
                    root,
                    CellTables.yaml("channels: {questions: {address: shop.questions, messages: {Question: {payload:"
                            + " {type: string}}}}}"));
        }
        merge(child(root, "operations"), CellTables.yaml(operations));
        return this;
    }

    /** Decides on all channels whether messages stay. */
    CellDocument retention(String retention) {
        child(root, "channels")
                .values()
                .forEach(channel -> child(object(channel), "x-tidings").put("retention", retention));
        return this;
    }

    /** Lets the broker decide. */
    CellDocument compactedByKafka() {
        merge(
                channel("orders"),
                CellTables.yaml("bindings: {kafka: {topicConfiguration: {cleanup.policy: [compact]}}}"));
        return this;
    }

    /** Another message that does not change. */
    CellDocument withBystander() {
        merge(child(channel("orders"), "messages"), CellTables.yaml("Bystander: {payload: {type: boolean}}"));
        return this;
    }

    /** The same in AsyncAPI 2.6, where a channel lists the messages of what is done with it. */
    CellDocument in26(String action) {
        Map<String, @Nullable Object> orders = channel("orders");
        Map<String, @Nullable Object> channel = new LinkedHashMap<>();
        List<Map<String, @Nullable Object>> messages = child(orders, "messages").entrySet().stream()
                .map(message -> message26(message.getKey(), object(message.getValue())))
                .toList();
        channel.put(
                "send".equals(action) ? "subscribe" : "publish",
                Map.of("message", messages.size() == 1 ? messages.get(0) : Map.of("oneOf", messages)));
        for (String kept : List.of("bindings", "x-tidings")) {
            if (orders.containsKey(kept)) {
                channel.put(kept, orders.get(kept));
            }
        }
        Map<String, @Nullable Object> channels = new LinkedHashMap<>();
        channels.put("shop.orders", channel);
        root.put("asyncapi", "2.6.0");
        root.put("channels", channels);
        root.remove("operations");
        return this;
    }

    private static Map<String, @Nullable Object> message26(String key, Map<String, @Nullable Object> message) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>(message);
        result.putIfAbsent("name", key);
        if (message.get("payload") instanceof Map<?, ?> payload && payload.containsKey("schemaFormat")) {
            result.put("schemaFormat", payload.get("schemaFormat"));
            result.put("payload", payload.get("schema"));
        }
        return result;
    }

    /** Whether the part leaves all but the messages of a channel alone. */
    static boolean aboutMessagesOnly(Map<String, @Nullable Object> part) {
        return part.keySet().equals(java.util.Set.of("channels"))
                && child(part, "channels").keySet().equals(java.util.Set.of("orders"))
                && child(child(part, "channels"), "orders").keySet().equals(java.util.Set.of("messages"));
    }

    AsyncApiDocument read(Path file) throws IOException {
        var result = AsyncApi.read(Files.writeString(file, MAPPER.writeValueAsString(root)));
        if (!result.valid()) {
            throw new AssertionError(MAPPER.writeValueAsString(root) + "\n" + result.diagnostics());
        }
        return result.document().orElseThrow();
    }

    @Override
    public String toString() {
        return MAPPER.writeValueAsString(new TreeMap<>(root));
    }

    private Map<String, @Nullable Object> channel(String key) {
        return child(child(root, "channels"), key);
    }

    private static Map<String, @Nullable Object> child(Map<String, @Nullable Object> parent, String key) {
        return object(parent.computeIfAbsent(key, any -> new LinkedHashMap<>()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        return (Map<String, @Nullable Object>) java.util.Objects.requireNonNull(value);
    }

    /** As RFC 7396 merges: null takes away. */
    private static void merge(Map<String, @Nullable Object> target, Map<String, @Nullable Object> patch) {
        patch.forEach((key, value) -> {
            if (value == null) {
                target.remove(key);
            } else if (value instanceof Map<?, ?> && target.get(key) instanceof Map<?, ?>) {
                merge(object(target.get(key)), object(value));
            } else if (value instanceof Map<?, ?>) {
                Map<String, @Nullable Object> fresh = new LinkedHashMap<>();
                target.put(key, fresh);
                merge(fresh, object(value));
            } else {
                target.put(key, value);
            }
        });
    }
}
