package io.tidings.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Documents with a record in the place of each payload that is not Avro, and topics in the place of addresses: all else remains
 * as others wrote it.
 */
final class WithRecords {

    private static final String AVRO = "application/vnd.apache.avro;version=1.12.0";

    private final boolean third;
    private int made;

    private WithRecords(boolean third) {
        this.third = third;
    }

    /** Copies a folder of documents, and rewrites them. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, rewritten(file, from.relativize(file).toString()));
            }
        }
    }

    private static String rewritten(Path file, String name) throws IOException {
        String text = Files.readString(file);
        // Of files that documents refer to, folders tell the version
        boolean third = name.startsWith("spec-v3") || name.contains("asyncapi-3");
        try {
            LoadSettings strings =
                    LoadSettings.builder().setAllowDuplicateKeys(true).build();
            Object content = new Load(strings).loadFromString(text);
            DumpSettings whole =
                    DumpSettings.builder().setDereferenceAliases(true).build();
            return new Dump(whole).dumpToString(new WithRecords(third).messages(content, ""));
        } catch (YamlEngineException notYaml) {
            return text;
        }
    }

    private Object said(String name, Object value) {
        boolean address = name.equals("address") && value instanceof String;
        boolean reference = name.equals("$ref") && String.valueOf(value).contains("#/channels/");
        return address ? topic(value) : reference ? String.valueOf(value).replace("~1", ".") : messages(value, name);
    }

    /** Many of them are not about Kafka. */
    private static String topic(Object address) {
        return String.valueOf(address).replaceAll("[^A-Za-z0-9._{}-]", ".");
    }

    private Object messages(Object node, String key) {
        if (node instanceof List<?> items) {
            return key.equals("examples")
                    ? items
                    : items.stream().map(item -> messages(item, key)).toList();
        }
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) ->
                copy.put(key.equals("channels") ? topic(name) : name, said(String.valueOf(name), value)));
        if (map.get("payload") instanceof Map<?, ?> payload && !isAvro(map, payload)) {
            Map<String, Object> record = record();
            if (third) {
                copy.put("payload", Map.of("schemaFormat", AVRO, "schema", record));
            } else {
                copy.put("schemaFormat", AVRO);
                copy.put("payload", record);
            }
            copy.remove("examples"); // they are of what the payload was
        }
        return copy;
    }

    /** Such a payload that can be read: others stand where no build should look for them. */
    private static boolean isAvro(Map<?, ?> message, Map<?, ?> payload) {
        boolean elsewhere = String.valueOf(payload).contains("https://");
        return !elsewhere
                && (String.valueOf(message.get("schemaFormat")).contains("avro")
                        || String.valueOf(payload.get("schemaFormat")).contains("avro"));
    }

    private Map<String, Object> record() {
        List<Map<String, Object>> fields = List.of(
                Map.of("name", "id", "type", "string"),
                Map.of("name", "about", "type", List.of("null", "string")),
                Map.of("name", "at", "type", Map.of("type", "long", "logicalType", "timestamp-millis")));
        return Map.of("type", "record", "name", "Payload" + made++, "namespace", "corpus.payloads", "fields", fields);
    }
}
