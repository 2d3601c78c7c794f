package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Parameter;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Channels and what they hold. */
final class ChannelAssembly {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]*)}");

    private final References references;
    private final MessageAssembly messages;
    private final KafkaBindings kafka;
    private final Identities identities;

    ChannelAssembly(References references, MessageAssembly messages, KafkaBindings kafka, Identities identities) {
        this.references = references;
        this.messages = messages;
        this.kafka = kafka;
        this.identities = identities;
    }

    /** Makes the names its messages' schemas define known to all others. */
    void announce(Node written) {
        references
                .object(written)
                .flatMap(channel -> channel.object("messages"))
                .ifPresent(held -> held.members().values().forEach(member -> messages.announce(member.value())));
    }

    Optional<Channel> read(String name, Node written) {
        return references.object(written).map(node -> {
            Channel channel = channel(name, node);
            identities.add(written, node, channel);
            return channel;
        });
    }

    private Channel channel(String name, ObjectNode node) {
        Map<String, Message> held = new LinkedHashMap<>();
        node.object("messages")
                .ifPresent(members -> members.members()
                        .values()
                        .forEach(member -> messages.read(member.name(), member.value())
                                .ifPresent(message -> held.put(member.name(), message))));
        String address = node.string("address").orElse(null);
        return new Channel(
                name,
                address,
                node.string("title").orElse(null),
                node.string("summary").orElse(null),
                node.string("description").orElse(null),
                held,
                parameters(address, node),
                kafka.ofChannel(node),
                Vocabulary.ofChannel(node),
                node);
    }

    /** Those of the address come first; the topic of a Kafka binding may use others. */
    private List<Parameter> parameters(@Nullable String address, ObjectNode channel) {
        Map<String, Parameter> declared = new LinkedHashMap<>();
        Matcher matcher = PARAMETER.matcher(address == null ? "" : address);
        while (matcher.find()) {
            String name = matcher.group(1);
            declared.computeIfAbsent(name, undeclared -> nothingSaidOf(undeclared, channel));
        }
        channel.object("parameters")
                .ifPresent(members -> members.members().forEach((name, member) -> {
                    if (!name.startsWith("x-")) {
                        references.object(member.value()).ifPresent(node -> declared.put(name, parameter(name, node)));
                    }
                }));
        return List.copyOf(declared.values());
    }

    private static Parameter nothingSaidOf(String name, ObjectNode channel) {
        return new Parameter(name, List.of(), null, null, List.of(), null, channel);
    }

    private static Parameter parameter(String name, ObjectNode node) {
        return new Parameter(
                name,
                Texts.of(node, "enum"),
                node.string("default").orElse(null),
                node.string("description").orElse(null),
                Texts.of(node, "examples"),
                node.string("location").orElse(null),
                node);
    }
}
