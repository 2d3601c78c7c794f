package io.tidings.asyncapi.grammar;

import io.tidings.asyncapi.grammar.ObjectType.Field;
import io.tidings.asyncapi.grammar.ObjectType.Others;
import io.tidings.asyncapi.grammar.ObjectType.Versions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The binding of a protocol.
 *
 * @param name its key among the bindings of a server, channel, operation or message
 * @param title with its article: {@code a Kafka}
 * @param since the version of AsyncAPI that brought it; null where it has always been there
 * @param types the binding at each level, named {@code kafka.server} and so on, and what stands in them
 */
record Protocol(
        String name,
        String title,
        List<String> versions,
        @Nullable String since,
        List<ObjectType> types) {
    /** The protocols, in the order in which they are offered to users. */
    static final List<String> ALL = List.of(
            "kafka",
            "amqp",
            "amqp1",
            "anypointmq",
            "googlepubsub",
            "http",
            "ibmmq",
            "jms",
            "mercure",
            "mqtt",
            "mqtt5",
            "nats",
            "pulsar",
            "redis",
            "ros2",
            "sns",
            "solace",
            "sqs",
            "stomp",
            "ws");

    static final List<String> LEVELS = List.of("server", "channel", "operation", "message");
    /** The group of what holds the bindings. */
    static final String GROUP = "bindings";

    private static final String VERSION = "bindingVersion";
    private static final String MARKER = " marker";

    static boolean isLevel(String line) {
        return LEVELS.contains(line.replace(MARKER, ""));
    }

    /** The field that every level has, but for those that are reserved. */
    static Field versionField() {
        return new Field(VERSION, false, Kind.Plain.STRING, null, null, List.of(), null);
    }

    /** What begins the object of a level. */
    ObjectHeader header(String line) {
        String level = line.replace(MARKER, "");
        return new ObjectHeader(
                name + "." + level,
                title + " " + level + " binding",
                Others.REFUSED,
                null,
                line.endsWith(MARKER),
                null,
                new Versions(VERSION, versions),
                null);
    }

    /** This protocol with its types; levels that are not among them are reserved. */
    Protocol with(List<ObjectType> described) {
        List<ObjectType> all = new ArrayList<>(described);
        List<String> levels = described.stream().map(ObjectType::name).toList();
        LEVELS.stream()
                .map(this::header)
                .filter(header -> !levels.contains(header.name()))
                .forEach(header -> all.add(header.type("bindings/" + name + ".grammar", Map.of(), Map.of(), null)));
        return new Protocol(name, title, versions, since, List.copyOf(all));
    }

    /** What holds the bindings of all protocols at a level: {@code ServerBindings} and so on. */
    static ObjectType bindings(String level, List<Protocol> protocols, Others others) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Protocol protocol : protocols) {
            Kind kind = new Kind.Described(protocol.name + "." + level);
            fields.put(protocol.name, new Field(protocol.name, false, kind, protocol.since, null, List.of(), null));
        }
        String name = Character.toUpperCase(level.charAt(0)) + level.substring(1) + "Bindings";
        return new ObjectType(name, level + " bindings", GROUP, others, null, false, null, null, fields, Map.of());
    }
}
