package io.tidings.asyncapi;

import io.tidings.asyncapi.source.BlockYaml;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** One random change to the tree that a file holds: the result is always well-formed, and nearly a document. */
final class TreeMutation {
    private static final List<@Nullable Object> VALUES = Arrays.asList(
            null,
            true,
            "",
            "x",
            "x".repeat(5_000),
            "{a}{b}{",
            "$message.payload#/a~1b/~2",
            "$message.header#",
            "1.0.0",
            "latest",
            "é😀\u202e",
            BigInteger.ZERO,
            BigInteger.ONE.negate(),
            BigInteger.TWO.pow(200),
            new BigDecimal("1e-400"),
            new BigDecimal("1E+999999"),
            0.5,
            List.of(),
            Map.of(),
            List.of("a", "a"),
            Map.of("$ref", "#"),
            Map.of("type", "record", "name", "a..b", "fields", List.of()),
            Map.of("schemaFormat", "application/vnd.apache.avro", "schema", "long"));
    private static final List<String> WORDS = List.of(
            "$ref",
            "payload",
            "headers",
            "traits",
            "bindings",
            "kafka",
            "key",
            "messages",
            "channel",
            "reply",
            "address",
            "oneOf",
            "allOf",
            "properties",
            "items",
            "type",
            "enum",
            "default",
            "examples",
            "schemaFormat",
            "schema",
            "x-tidings",
            "bindingVersion",
            "parameters",
            "servers",
            "security",
            "fields",
            "symbols",
            "name",
            "namespace");

    /** Trees nest as deeply as mutations make them: it is the reader that has to stop them. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private final Random random;

    /** A place that can be changed: a member of an object or an item of a list. */
    private record Slot(Object holder, Object key) {
        @SuppressWarnings("unchecked")
        @Nullable Object get() {
            return holder instanceof List<?> list
                    ? list.get((Integer) key)
                    : ((Map<String, @Nullable Object>) holder).get((String) key);
        }

        @SuppressWarnings("unchecked")
        void set(@Nullable Object value) {
            if (holder instanceof List<?>) {
                ((List<@Nullable Object>) holder).set((Integer) key, value);
            } else {
                ((Map<String, @Nullable Object>) holder).put((String) key, value);
            }
        }
    }

    TreeMutation(Random random) {
        this.random = random;
    }

    /** The changed tree as JSON, or, where that is asked for, as YAML in blocks. */
    String of(Node root, boolean yaml) {
        Object tree = plain(root);
        List<Slot> slots = new ArrayList<>();
        collect(tree, slots);
        for (int i = 0; i <= random.nextInt(3) && !slots.isEmpty(); i++) {
            change(pick(slots), slots);
        }
        return yaml ? BlockYaml.of(tree) : JSON.writeValueAsString(tree);
    }

    private void change(Slot slot, List<Slot> slots) {
        switch (random.nextInt(9)) {
            case 0 -> remove(slot);
            case 1 -> swap(slot, pick(slots));
            case 2 -> slot.set(pick(VALUES));
            case 3 -> slot.set(nested(slot.get(), random.nextInt(20) == 0 ? 260 : 1 + random.nextInt(3)));
            case 4 -> slot.set(copy(pick(slots).get()));
            case 5 -> rename(slot, slots);
            case 6 -> slot.set(new LinkedHashMap<>(Map.of("$ref", reference(slots))));
            case 7 -> text(slot);
            default -> duplicate(slot);
        }
    }

    private static void remove(Slot slot) {
        if (slot.holder() instanceof List<?> list) {
            // Later slots of the list keep their indexes.
            list.set((Integer) slot.key(), null);
        } else {
            ((Map<?, ?>) slot.holder()).remove(slot.key());
        }
    }

    private void swap(Slot a, Slot b) {
        // Copies: a tree must not come to hold itself.
        Object first = copy(a.get());
        a.set(copy(b.get()));
        b.set(first);
    }

    private Object nested(@Nullable Object value, int levels) {
        @Nullable Object inner = value;
        for (int i = 0; i < levels; i++) {
            List<@Nullable Object> list = new ArrayList<>();
            list.add(inner);
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put(pick(WORDS), inner);
            inner = random.nextBoolean() ? list : object;
        }
        return inner == null ? List.of() : inner;
    }

    private void rename(Slot slot, List<Slot> slots) {
        if (slot.holder() instanceof Map<?, ?> && slot.key() instanceof String name) {
            @Nullable Object value = copy(slot.get());
            remove(slot);
            String other = String.valueOf(pick(slots).key());
            String near = name.length() < 2 ? name + "é" : name.substring(1, 2) + name.charAt(0) + name.substring(2);
            new Slot(slot.holder(), pick(List.of(near, pick(WORDS), other, "x-" + name, "", "~/%25 😀"))).set(value);
        }
    }

    private void text(Slot slot) {
        String text = String.valueOf(slot.get());
        int at = random.nextInt(text.length() + 1);
        String piece =
                pick(List.of("é", "😀", "{", "}", "#", "/", "~", "%", ":", " ", "\n", "\u0000", "\u0085", "'", "\""));
        slot.set(text.substring(0, at) + piece + text.substring(at));
    }

    private void duplicate(Slot slot) {
        if (slot.holder() instanceof List<?>) {
            @SuppressWarnings("unchecked")
            List<@Nullable Object> list = (List<@Nullable Object>) slot.holder();
            list.add(copy(slot.get()));
        } else {
            new Slot(slot.holder(), slot.key() + pick(List.of("2", "s", "/a", "é"))).set(copy(slot.get()));
        }
    }

    private String reference(List<Slot> slots) {
        String pointer = "";
        for (int i = 0; i < 4 && random.nextBoolean(); i++) {
            pointer +=
                    "/" + String.valueOf(pick(slots).key()).replace("~", "~0").replace("/", "~1");
        }
        Object text = pick(slots).get();
        String known = text instanceof String s && s.contains("#") ? s : "#/channels";
        return pick(List.of(
                "#" + pointer,
                known,
                known + pointer,
                "asyncapi.yaml" + "#" + pointer,
                "../" + pointer,
                "%zz",
                "http://example.com/x.yaml" + pointer,
                "x.avsc#/R",
                "\u0000"));
    }

    private static void collect(@Nullable Object value, List<Slot> slots) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                slots.add(new Slot(list, i));
                collect(list.get(i), slots);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                slots.add(new Slot(map, key));
                collect(inner, slots);
            });
        }
    }

    private static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(copy(item)));
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(key, copy(inner)));
            return copy;
        }
        return value;
    }

    private static @Nullable Object plain(Node node) {
        if (node instanceof ObjectNode object) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            object.members().forEach((name, member) -> map.put(name, plain(member.value())));
            return map;
        }
        if (node instanceof ArrayNode array) {
            List<@Nullable Object> list = new ArrayList<>();
            array.items().forEach(item -> list.add(plain(item)));
            return list;
        }
        return ((ScalarNode) node).value();
    }

    private <T extends @Nullable Object> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
