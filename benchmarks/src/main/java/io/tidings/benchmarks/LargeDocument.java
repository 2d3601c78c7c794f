package io.tidings.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.databind.json.JsonMapper;

/**
 * An AsyncAPI 3.0 document of many channels, each with its message, an Avro record of twenty fields, an operation and Kafka
 * bindings: 4 KB of YAML a channel. The same for the same number of channels, whenever it is made.
 */
public final class LargeDocument {
    private static final int FIELDS = 20;
    private static final List<String> NOUNS = List.of(
            "order", "payment", "courier", "kitchen", "receipt", "address", "refund", "voucher", "rating", "menu");

    private LargeDocument() {}

    /** Writes {@code NAME.yaml} or {@code NAME.json} of so many channels: {@code LargeDocument FILE CHANNELS}. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        int channels = Integer.parseInt(arguments[1]);
        Files.writeString(file, file.toString().endsWith(".json") ? json(channels) : yaml(channels));
    }

    /** As YAML in block style, as people write it. */
    public static String yaml(int channels) {
        return yaml(document(channels));
    }

    /** Its next version: each record has a field more, and each fiftieth a field less, which breaks. */
    public static String laterYaml(int channels) {
        Map<String, @Nullable Object> document = document(channels);
        child(document, "info").put("version", "1.1.0");
        for (int i = 0; i < channels; i++) {
            Map<String, @Nullable Object> message =
                    child(child(child(child(document, "channels"), name(i)), "messages"), "changed");
            Map<String, @Nullable Object> record = child(child(message, "payload"), "schema");
            record.put("fields", laterFields(i, record.get("fields")));
        }
        return yaml(document);
    }

    private static List<Object> laterFields(int channel, @Nullable Object fields) {
        List<Object> later = new ArrayList<>((List<?>) Objects.requireNonNull(fields));
        later.add(object("name", "addedField", "type", "int", "default", 0));
        if (channel % 50 == 0) {
            later.remove(4);
        }
        return later;
    }

    @SuppressWarnings("unchecked") // what this class made
    private static Map<String, @Nullable Object> child(Map<String, @Nullable Object> parent, String name) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(parent.get(name));
    }

    private static String yaml(Map<String, @Nullable Object> document) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setDereferenceAliases(true)
                .setWidth(120)
                .build();
        return new Dump(settings).dumpToString(document);
    }

    /** As indented JSON. */
    public static String json(int channels) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document(channels));
    }

    /** The Avro schema of a channel's message, for those who read nothing else. */
    static String schema(int channel) {
        return JsonMapper.shared().writeValueAsString(record(channel));
    }

    private static Map<String, @Nullable Object> document(int channels) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        Map<String, @Nullable Object> operations = new LinkedHashMap<>();
        for (int i = 0; i < channels; i++) {
            String name = name(i);
            all.put(name, channel(name, i));
            operations.put(
                    (i % 2 == 0 ? "publish" : "consume") + i,
                    object(
                            "action",
                            i % 2 == 0 ? "send" : "receive",
                            "channel",
                            reference("#/channels/" + name),
                            "messages",
                            List.of(reference("#/channels/" + name + "/messages/changed"))));
        }
        return object(
                "asyncapi",
                "3.0.0",
                "info",
                object("title", "A large service", "version", "1.0.0"),
                "servers",
                object("production", object("host", "kafka.example.com:9092", "protocol", "kafka")),
                "defaultContentType",
                "application/vnd.apache.avro+binary",
                "channels",
                all,
                "operations",
                operations);
    }

    private static String name(int channel) {
        return NOUNS.get(channel % NOUNS.size()) + "Events" + channel;
    }

    private static Map<String, @Nullable Object> channel(String name, int number) {
        return object(
                "address",
                "shop." + name + ".v1",
                "description",
                "What happened to " + name + ", in the order in which it happened to each.",
                "messages",
                object(
                        "changed",
                        object(
                                "name",
                                name + "Changed",
                                "summary",
                                "Something about " + name + " is not as it was before.",
                                "bindings",
                                object("kafka", object("key", object("type", "string"), "bindingVersion", "0.5.0")),
                                "payload",
                                object(
                                        "schemaFormat",
                                        "application/vnd.apache.avro+yaml;version=1.12.0",
                                        "schema",
                                        record(number)))),
                "bindings",
                object("kafka", object("topic", "shop." + name + ".v1", "partitions", 12, "bindingVersion", "0.5.0")));
    }

    private static Map<String, @Nullable Object> record(int number) {
        List<Object> fields = new ArrayList<>();
        for (int i = 0; i < FIELDS; i++) {
            String noun = NOUNS.get((number + i) % NOUNS.size());
            Map<String, @Nullable Object> field = object("name", noun + "Field" + i, "type", type(i));
            field.put(
                    "doc",
                    "The " + noun + " that this event is about, as known when it was written, number " + i + ".");
            if (i % 5 == 1) {
                field.put("default", null);
            }
            fields.add(field);
        }
        return object("type", "record", "name", "Record" + number, "namespace", "com.example.shop", "fields", fields);
    }

    private static Object type(int field) {
        return switch (field % 5) {
            case 0 -> "string";
            case 1 -> List.of("null", "long");
            case 2 -> object("type", "long", "logicalType", "timestamp-millis");
            case 3 -> object("type", "array", "items", "string");
            default -> "double";
        };
    }

    private static Map<String, @Nullable Object> reference(String to) {
        return object("$ref", to);
    }

    /** Names and values in turn. */
    private static Map<String, @Nullable Object> object(Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
