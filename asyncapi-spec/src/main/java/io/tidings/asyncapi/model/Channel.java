package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Channel Object.
 *
 * @param name its key in the document
 * @param address where it is, or null where it is known at run time only
 * @param messages by key, in the order of the document
 * @param parameters those used in the address, in the order in which they stand there, then what else is declared
 * @param kafka the Kafka channel binding
 */
public record Channel(
        String name,
        @Nullable String address,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String description,
        Map<String, Message> messages,
        List<Parameter> parameters,
        @Nullable KafkaChannelBinding kafka,
        ChannelExtension extension,
        ObjectNode node)
        implements Element {

    public Channel {
        messages = Collections.unmodifiableMap(new LinkedHashMap<>(messages));
        parameters = List.copyOf(parameters);
    }

    /** The names of the parameters used in the address. */
    public List<String> parameterNames() {
        return parameters.stream()
                .map(Parameter::name)
                .filter(name -> address != null && address.contains("{" + name + "}"))
                .toList();
    }

    /** The Kafka topic: the binding's, else the address, else null. */
    public @Nullable String topic() {
        return kafka != null && kafka.topic() != null ? kafka.topic() : address;
    }
}
