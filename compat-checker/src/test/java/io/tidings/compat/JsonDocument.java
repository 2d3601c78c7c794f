package io.tidings.compat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.source.TextFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A document as plain maps and lists, in one file, so that it can be turned into others. */
final class JsonDocument {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<String, @Nullable Object> root;

    private JsonDocument(Map<String, @Nullable Object> root) {
        this.root = root;
    }

    /** A document with all that it refers to; empty where it is not valid. */
    static Optional<JsonDocument> bundled(Path file) {
        return AsyncApi.bundle(file).text(TextFormat.JSON).map(JsonDocument::of);
    }

    /** A document of one file in AsyncAPI 3.1; empty where it is not valid, or 3.1 cannot hold all of it. */
    static Optional<JsonDocument> converted(Path file) {
        var converted = AsyncApi.convert(file);
        return converted.losses().isEmpty() ? converted.text(TextFormat.JSON).map(JsonDocument::of) : Optional.empty();
    }

    private static JsonDocument of(String text) {
        @SuppressWarnings("unchecked")
        Map<String, @Nullable Object> root = MAPPER.readValue(text, LinkedHashMap.class);
        return new JsonDocument(root);
    }

    JsonDocument copy() {
        return of(text());
    }

    String text() {
        return MAPPER.writeValueAsString(root);
    }

    /** Writes and reads it; empty where it is not valid. */
    Optional<AsyncApiDocument> read(Path file) throws IOException {
        var result = AsyncApi.read(Files.writeString(file, text()));
        return result.valid() ? result.document() : Optional.empty();
    }

    /** Every member of an object at another place. The order of lists is left: it means something. */
    JsonDocument shuffled(Random random) {
        shuffle(root, random);
        return this;
    }

    private static void shuffle(@Nullable Object value, Random random) {
        if (value instanceof List<?> items) {
            items.forEach(item -> shuffle(item, random));
        } else if (value instanceof Map<?, ?> written) {
            Map<Object, @Nullable Object> object = writable(written);
            List<Map.Entry<Object, @Nullable Object>> members = new ArrayList<>();
            object.forEach((name, member) -> members.add(new java.util.AbstractMap.SimpleEntry<>(name, member)));
            Collections.shuffle(members, random);
            object.clear();
            members.forEach(member -> object.put(member.getKey(), member.getValue()));
            object.values().forEach(member -> shuffle(member, random));
        }
    }

    /** Messages, payloads and headers that stand in place are moved into components, as far as 3.x goes. */
    JsonDocument referring() {
        if (!String.valueOf(root.get("asyncapi")).startsWith("3.")
                || !(root.get("channels") instanceof Map<?, ?> channels)) {
            return this;
        }
        Map<Object, @Nullable Object> messages = component("messages");
        Map<Object, @Nullable Object> schemas = component("schemas");
        int number = 0;
        for (Object channel : channels.values()) {
            if (channel instanceof Map<?, ?> members && members.get("messages") instanceof Map<?, ?> written) {
                for (Map.Entry<Object, @Nullable Object> message :
                        writable(written).entrySet()) {
                    if (message.getValue() instanceof Map<?, ?> inline && !inline.containsKey("$ref")) {
                        String name = "Moved" + number++;
                        Map<Object, @Nullable Object> body = writable(inline);
                        move(body, "payload", schemas, name + "Payload");
                        move(body, "headers", schemas, name + "Headers");
                        messages.put(name, body);
                        message.setValue(reference("messages", name));
                    }
                }
            }
        }
        return this;
    }

    private static void move(
            Map<Object, @Nullable Object> message, String part, Map<Object, @Nullable Object> schemas, String name) {
        if (message.get(part) instanceof Map<?, ?> schema && !schema.containsKey("$ref")) {
            schemas.put(name, schema);
            message.put(part, reference("schemas", name));
        }
    }

    private static Map<Object, @Nullable Object> reference(String kind, String name) {
        Map<Object, @Nullable Object> reference = new LinkedHashMap<>();
        reference.put("$ref", "#/components/" + kind + "/" + name);
        return reference;
    }

    private Map<Object, @Nullable Object> component(String kind) {
        Object components = root.computeIfAbsent("components", name -> new LinkedHashMap<>());
        Object parts = writable((Map<?, ?>) java.util.Objects.requireNonNull(components))
                .computeIfAbsent(kind, name -> new LinkedHashMap<>());
        return writable((Map<?, ?>) java.util.Objects.requireNonNull(parts));
    }

    /** Turns something somewhere into something else. */
    JsonDocument mutated(Random random) {
        List<Object> places = new ArrayList<>();
        collect(root, places);
        Object place = places.get(random.nextInt(places.size()));
        if (place instanceof List<?> items) {
            mutate(items, random);
        } else if (place instanceof Map<?, ?> written && !written.isEmpty()) {
            mutate(writable(written), random);
        }
        return this;
    }

    private void mutate(Map<Object, @Nullable Object> object, Random random) {
        List<Object> names = new ArrayList<>(object.keySet());
        Object name = names.get(random.nextInt(names.size()));
        Object value = object.get(name);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> {
                object.remove(name);
                object.put(name + "2", value);
            }
            case 2 ->
                object.put(
                        name + "2",
                        of(MAPPER.writeValueAsString(Map.of("copy", orNull(value))))
                                .root
                                .get("copy"));
            default -> object.put(name, other(value, random));
        }
    }

    private static Object orNull(@Nullable Object value) {
        return value == null ? "null" : value;
    }

    private static void mutate(List<?> items, Random random) {
        @SuppressWarnings("unchecked")
        List<@Nullable Object> list = (List<@Nullable Object>) items;
        if (list.isEmpty()) {
            return;
        }
        int index = random.nextInt(list.size());
        switch (random.nextInt(3)) {
            case 0 -> list.remove(index);
            case 1 -> Collections.swap(list, index, random.nextInt(list.size()));
            default -> list.set(index, other(list.get(index), random));
        }
    }

    private static @Nullable Object other(@Nullable Object value, Random random) {
        if (value instanceof Boolean truth) {
            return !truth;
        }
        if (value instanceof Number number) {
            return number.longValue() + (random.nextBoolean() ? 1 : -1);
        }
        List<String> words = List.of("string", "int", "long", "send", "receive", "object", "other", "application/json");
        return value instanceof String ? words.get(random.nextInt(words.size())) : value;
    }

    private static void collect(@Nullable Object value, List<Object> places) {
        if (value instanceof Map<?, ?> object) {
            places.add(object);
            object.values().forEach(member -> collect(member, places));
        } else if (value instanceof List<?> items) {
            places.add(items);
            items.forEach(item -> collect(item, places));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, @Nullable Object> writable(Map<?, ?> object) {
        return (Map<Object, @Nullable Object>) object;
    }
}
