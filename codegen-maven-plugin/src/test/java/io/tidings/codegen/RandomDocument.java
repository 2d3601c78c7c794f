package io.tidings.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document of some channels, messages of every type and operations of every kind, with names that are traps. One seed gives
 * one document; documents of different seeds have no class and no topic in common, so that many can be compiled together.
 */
final class RandomDocument {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final String AVRO = "application/vnd.apache.avro;version=1.12.0";
    private static final List<String> TITLES = List.of("Orders", "Order", "", " ", "order placed");

    private final long seed;
    private final Random random;
    private final boolean third;
    private final RandomBeside beside;
    private final RandomPayloads payloads;
    /** Channels whose address requests name. */
    private final Set<String> open = new HashSet<>();
    /** Kinds of message, each with what it is called on every channel that has it. */
    private final Map<String, Map<String, Object>> messages = new LinkedHashMap<>();

    private final Map<String, Object> channels = new LinkedHashMap<>();
    /** The names of the messages that each channel has. */
    private final Map<String, Set<String>> carried = new LinkedHashMap<>();

    private final Map<String, Object> components = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> unkeyed = new HashSet<>();
    private final Map<String, Object> operations = new LinkedHashMap<>();

    private RandomDocument(long seed) {
        this.seed = seed;
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        this.third = random.nextInt(4) > 0;
        this.beside = new RandomBeside(random, space(seed));
        this.payloads = new RandomPayloads(random, space(seed), beside);
    }

    /** The package below which all classes of a seed's document are. */
    static String space(long seed) {
        return "rnd.d" + seed;
    }

    /** Writes the seed's document, as YAML or as JSON, and what it refers to beside it. */
    static Path write(long seed, Path folder) throws IOException {
        RandomDocument document = new RandomDocument(seed);
        boolean json = document.random.nextBoolean();
        Map<String, Object> content = document.content();
        Files.createDirectories(folder);
        Path file = folder.resolve("asyncapi" + (json ? ".json" : ".yaml"));
        Files.writeString(file, json ? JSON.writeValueAsString(content) : yaml(content), StandardCharsets.UTF_8);
        for (Map.Entry<String, String> other : document.payloads.files().entrySet()) {
            Files.writeString(folder.resolve(other.getKey()), other.getValue(), StandardCharsets.UTF_8);
        }
        return file;
    }

    private static String yaml(Map<String, Object> content) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setDereferenceAliases(true)
                .setSchema(new CoreSchema())
                .build();
        return new Dump(settings).dumpToString(content);
    }

    private Map<String, Object> content() {
        addMessages();
        addChannels();
        carried.keySet().forEach(third ? this::addOperations : name -> {});
        String title = random.nextInt(4) == 0 ? TITLES.get(random.nextInt(TITLES.size())) : NastyNames.any(random);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("asyncapi", third ? (random.nextBoolean() ? "3.0.0" : "3.1.0") : "2.6.0");
        content.put("info", Map.of("title", title, "version", "1.0." + seed, "description", "Ends: */ \\u000a {@code"));
        Map<String, Object> servers = beside.servers(third);
        if (!servers.isEmpty()) {
            content.put("servers", servers);
        }
        extend(content, chosen());
        content.put("channels", channels);
        if (third) {
            content.put("operations", operations);
        } else {
            content.put("components", Map.of("messages", components));
        }
        return content;
    }

    private void addMessages() {
        List<Map<String, Object>> all = payloads.all();
        int count = all.size() + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            Map<String, Object> message = new LinkedHashMap<>();
            if (random.nextInt(3) == 0) {
                message.put("name", NastyNames.any(random));
            }
            message.put("description", "What <it> says @ \"here\" */ $L");
            Map<String, Object> payload = all.get(i % all.size());
            message.putAll(payload(payload));
            Map<String, Object> headers = beside.headers();
            if (!headers.isEmpty()) {
                message.put("headers", headers);
            }
            if (random.nextInt(3) == 0) {
                String place = beside.place(payloads.hasPlaces(payload), "requestId");
                message.put("correlationId", Map.of("location", place));
            }
            messages.put(free(messages.keySet()), message);
        }
        if (random.nextInt(6) == 0) {
            // Nothing is generated for it; all the rest is
            Object untyped = Map.of("type", "object", "properties", Map.of("id", Map.of("type", "string")));
            messages.put(free(messages.keySet()), new LinkedHashMap<>(Map.of("payload", untyped)));
        }
    }

    private Map<String, Object> payload(Map<String, Object> payload) {
        return third
                ? Map.of("payload", payload)
                : Map.of("schemaFormat", payload.get("schemaFormat"), "payload", payload.get("schema"));
    }

    /** Sometimes a name that generated code should use. */
    private Map<String, Object> chosen() {
        Map<String, Object> extension = new LinkedHashMap<>();
        if (random.nextInt(6) == 0) {
            String name = NastyNames.any(random);
            // Two that differ in what Java drops are refused as one
            if (names.add(name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT))) {
                extension.put("name", name);
            }
        }
        return extension;
    }

    /** A name that nothing else of its kind has. */
    private String free(Set<String> taken) {
        String name = NastyNames.any(random);
        while (taken.contains(name) || name.isBlank()) {
            name = NastyNames.any(random) + random.nextInt(100);
        }
        return name;
    }

    private void addChannels() {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            Map<String, Object> channel = new LinkedHashMap<>();
            String address = "d" + seed + "." + i + (random.nextBoolean() ? "" : "-Of_things") + parameters(channel);
            boolean anywhere = third && i > 0 && !channel.containsKey("parameters") && random.nextInt(5) == 0;
            Map<String, Object> extension = chosen();
            Map<String, Object> key = key();
            if (!key.isEmpty() && random.nextInt(3) == 0) {
                extension.put("retention", "compacted");
            }
            if (key.containsKey("schemaFormat") && random.nextBoolean()) {
                extension.put("keys", "framed");
            }
            extend(channel, extension);
            Map<String, Map<String, Object>> bound = bound(key);
            String name = third ? free(channels.keySet()) : address;
            channels.put(name, channel);
            carried.put(name, bound.keySet());
            if (key.isEmpty()) {
                unkeyed.add(name);
            }
            if (third) {
                if (!anywhere) {
                    channel.put("address", address);
                } else {
                    open.add(name);
                }
                channel.put("messages", bound);
            } else {
                addOperations(channel, bound, key.isEmpty());
            }
        }
    }

    /** The end of an address that depends on parameters, and what the channel says of them. */
    private String parameters(Map<String, Object> channel) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        beside.parameterNames().forEach(name -> parameters.put(name, beside.parameter(third)));
        if (!parameters.isEmpty()) {
            channel.put("parameters", parameters);
        }
        return parameters.keySet().stream().map(name -> ".{" + name + "}").collect(Collectors.joining());
    }

    /** Some of the messages, with the channel's kind of key. */
    private Map<String, Map<String, Object>> bound(Map<String, Object> key) {
        Map<String, Map<String, Object>> bound = new LinkedHashMap<>();
        int some = 1 + random.nextInt(messages.size());
        messages.forEach((name, message) -> {
            if (bound.size() < some) {
                Map<String, Object> copy = new LinkedHashMap<>(message);
                if (!key.isEmpty()) {
                    copy.put("bindings", Map.of("kafka", Map.of("key", key, "bindingVersion", "0.5.0")));
                }
                extend(copy, chosen());
                bound.put(name, copy);
            }
        });
        return bound;
    }

    private Map<String, Object> key() {
        return switch (random.nextInt(12)) {
            case 8 -> avro("double");
            case 11 -> avro("bytes");
            case 9 ->
                avro(Map.of(
                        "type",
                        "record",
                        "name",
                        "Key" + channels.size(),
                        "fields",
                        List.of(
                                Map.of("name", "id", "type", "string"),
                                Map.of("name", "number", "type", List.of("null", "long")))));
            case 10 -> avro(Map.of("type", "enum", "name", "Sort" + channels.size(), "symbols", List.of("ONE", "TWO")));
            case 0 -> Map.of("type", "string", "format", "uuid");
            case 1 -> Map.of("type", "integer", "format", "int32");
            case 2 -> Map.of("type", "integer", "format", "int64");
            case 3 -> Map.of("type", "boolean");
            case 4, 5 -> Map.of("type", "string");
            default -> Map.of();
        };
    }

    private static Map<String, Object> avro(Object schema) {
        return Map.of("schemaFormat", "application/vnd.apache.avro;version=1.12.0", "schema", schema);
    }

    private void addOperations(String channel) {
        if (open.contains(channel)) {
            return; // replies only
        }
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            Map<String, Object> operation = new LinkedHashMap<>();
            operation.put("channel", Map.of("$ref", reference(channel)));
            operation.put("summary", "Does it. */");
            if (random.nextBoolean()) {
                operation.put("messages", some(channel));
            }
            Map<String, Object> extension = chosen();
            interaction(channel, operation, extension);
            extend(operation, extension);
            operations.put(free(operations.keySet()), operation);
        }
    }

    private void interaction(String channel, Map<String, Object> operation, Map<String, Object> extension) {
        List<String> others = carried.keySet().stream()
                .filter(other -> !other.equals(channel))
                .toList();
        int kind = random.nextInt(others.isEmpty() ? 4 : 10);
        operation.put("action", kind % 2 == 0 ? "send" : "receive");
        if (kind >= 4) {
            String answers = others.get(random.nextInt(others.size()));
            Map<String, Object> reply = new LinkedHashMap<>();
            reply.put("channel", Map.of("$ref", reference(answers)));
            if (random.nextBoolean()) {
                reply.put("messages", some(answers));
            }
            if (open.contains(answers)) {
                reply.put("address", Map.of("location", returnAddress(channel)));
            }
            operation.put("reply", reply);
        }
        if (kind == 8) {
            extension.put("style", "gather");
        } else if (kind == 3) {
            extension.put("style", "command");
            if (unkeyed.contains(channel) && random.nextBoolean()) {
                extension.put("delivery", "shared");
            }
        }
    }

    /** A place that all messages of a channel have. */
    private String returnAddress(String channel) {
        boolean wrapped = carried.getOrDefault(channel, Set.of()).stream()
                .allMatch(name -> payloads.hasPlacesIn(messages.get(name)));
        return beside.place(wrapped, "context/answerTo");
    }

    private List<Object> some(String channel) {
        List<Object> some = new ArrayList<>();
        for (String name : carried.getOrDefault(channel, Set.of())) {
            if (some.isEmpty() || random.nextBoolean()) {
                some.add(Map.of("$ref", reference(channel) + "/messages/" + escaped(name)));
            }
        }
        return some;
    }

    private static String reference(String channel) {
        return "#/channels/" + escaped(channel);
    }

    private void addOperations(Map<String, Object> channel, Map<String, Map<String, Object>> bound, boolean noKeys) {
        List<Object> kinds = new ArrayList<>();
        bound.forEach((name, message) -> {
            message.putIfAbsent("name", name);
            String component = "m" + components.size();
            components.put(component, message);
            kinds.add(Map.of("$ref", "#/components/messages/" + component));
        });
        for (String action : List.of("publish", "subscribe")) {
            if (action.equals("publish") || random.nextBoolean()) {
                Map<String, Object> operation = new LinkedHashMap<>();
                String name = free(operations.keySet());
                operations.put(name, operation);
                operation.put("operationId", name);
                operation.put("message", kinds.size() == 1 ? kinds.get(0) : Map.of("oneOf", kinds));
                Map<String, Object> extension = new LinkedHashMap<>();
                if (action.equals("publish") && noKeys && random.nextBoolean()) {
                    extension.put("style", "command");
                    extension.put("delivery", "shared");
                }
                extend(operation, extension);
                channel.put(action, operation);
            }
        }
    }

    private static void extend(Map<String, Object> element, Map<String, Object> extension) {
        if (!extension.isEmpty()) {
            element.put("x-tidings", extension);
        }
    }

    /** A part of a reference: a JSON pointer in a fragment of a URI (RFC 6901, section 6). */
    private static String escaped(String name) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : name.replace("~", "~0").replace("/", "~1").getBytes(StandardCharsets.UTF_8)) {
            boolean plain = Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0;
            escaped.append(plain && b > 0 ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
        }
        return escaped.toString();
    }
}
