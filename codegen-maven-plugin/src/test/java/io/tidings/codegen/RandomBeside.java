package io.tidings.codegen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a random document says of its messages beside their payloads: headers, places of identifiers, parameters, servers. */
final class RandomBeside {

    /** Names of headers, in runtime expressions too. */
    private static final List<String> PLAIN = List.of("REQUEST_ID", "x-corr", "replyTo", "REPLY_TOPIC", "x.to");

    private static final List<String> PARAMETERS =
            List.of("zone", "class", "streetId", "address", "values", "of", "String", "x-1", "2nd", "withDefaults");

    private static final String EXTRA_SPACE = ".placed";

    private final Random random;
    private final String space;
    private int made;

    RandomBeside(Random random, String space) {
        this.random = random;
        this.space = space;
    }

    /** A record around another one, with fields where identifiers and parameters stand. */
    Map<String, Object> around(Object body) {
        List<Object> fields = new ArrayList<>();
        fields.add(field("body", body));
        fields.add(text("requestId"));
        fields.add(Map.of(
                "name",
                "context",
                "type",
                Map.of(
                        "type",
                        "record",
                        "name",
                        "Context" + made,
                        "fields",
                        List.of(text("answerTo"), field("zone", "int")))));
        fields.add(field("open", "boolean"));
        fields.add(field("at", "long"));
        Map<String, Object> around = new LinkedHashMap<>();
        around.put("type", "record");
        around.put("name", "Placed" + made++);
        around.put("namespace", space + EXTRA_SPACE);
        around.put("fields", fields);
        return around;
    }

    private Map<String, Object> text(String name) {
        return switch (random.nextInt(3)) {
            case 0 -> field(name, "string");
            case 1 -> field(name, List.of("null", "string"));
            default -> field(name, List.of(Map.of("type", "string", "avro.java.string", "String"), "null"));
        };
    }

    private static Map<String, Object> field(String name, Object type) {
        return Map.of("name", name, "type", type);
    }

    /** A header object of JSON Schema; empty for none. */
    Map<String, Object> headers() {
        if (random.nextInt(3) > 0) {
            return Map.of();
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            String name = random.nextInt(4) == 0 ? PLAIN.get(random.nextInt(PLAIN.size())) : NastyNames.any(random);
            properties.put(name, header());
            if (random.nextInt(3) == 0 && !required.contains(name)) {
                required.add(name);
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private Map<String, Object> header() {
        return switch (random.nextInt(12)) {
            case 0 -> Map.of("type", "string", "format", "uuid", "description", "Ends: */ {@code");
            case 1 -> Map.of("type", "integer", "format", "int32");
            case 2 -> Map.of("type", "integer");
            case 3 -> Map.of("type", "number");
            case 4 -> Map.of("type", "boolean");
            case 5 -> Map.of("type", "string", "format", "date-time");
            case 6 -> Map.of("type", "string", "format", "date");
            case 7 -> Map.of("type", "string", "enum", List.of("low", "LOW", "unknown", "class", "a b", "*/"));
            case 8 -> Map.of("type", "string", "const", "v" + random.nextInt(3));
            case 9 -> Map.of("type", List.of("string", "null"));
            case 10 -> Map.of("type", "array", "items", Map.of("type", "string"));
            default -> Map.of("type", "string", "title", "Text");
        };
    }

    /** Where a message says which request it is of, or where its reply goes: a runtime expression. */
    String place(boolean around, String field) {
        return around && random.nextBoolean()
                ? "$message.payload#/" + field
                : "$message.header#/"
                        + PLAIN.get(field.equals("requestId") ? random.nextInt(2) : 2 + random.nextInt(3));
    }

    /** The names of an address's parameters; mostly none. */
    List<String> parameterNames() {
        List<String> names = new ArrayList<>();
        while (random.nextInt(5) == 0 && names.size() < 3) {
            String name = PARAMETERS.get(random.nextInt(PARAMETERS.size()));
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    Map<String, Object> parameter(boolean third) {
        Map<String, Object> said = new LinkedHashMap<>();
        switch (random.nextInt(5)) {
            case 0 -> said.put("enum", List.of("north", "South", "3", "class", "a-b"));
            case 1 -> said.put("default", "led");
            case 2 -> {
                said.put("enum", List.of("text", "TEXT", "_"));
                said.put("default", "text");
            }
            default -> {
                // any text
            }
        }
        Map<String, Object> parameter = new LinkedHashMap<>();
        if (third) {
            parameter.putAll(said);
        } else {
            said.put("type", "string");
            parameter.put("schema", said);
        }
        if (said.get("enum") == null && random.nextBoolean()) {
            parameter.put(
                    "location",
                    "$message.payload#/" + List.of("context/zone", "open", "at").get(random.nextInt(3)));
        }
        parameter.put("description", "What <it> is */ }");
        return parameter;
    }

    /** Servers of an API, by what may be a name of theirs. */
    Map<String, Object> servers(boolean third) {
        Map<String, Object> servers = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Map<String, Object> server = new LinkedHashMap<>();
            server.put(third ? "host" : "url", "kafka.{region}.example.org:{port}");
            server.put("protocol", random.nextBoolean() ? "kafka" : "kafka-secure");
            server.put("description", "Ends: */");
            server.put(
                    "variables",
                    Map.of(
                            "region",
                            Map.of("enum", List.of("eu", "EU-west", "class"), "default", "eu"),
                            "port",
                            random.nextBoolean() ? Map.of("default", "9092") : Map.of()));
            String name = List.of("production", "class", "Servers", "1st", "default", "Builder")
                    .get(random.nextInt(6));
            servers.put(name, server);
        }
        return servers;
    }
}
