package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.model.KafkaChannelBinding;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Kafka bindings in the model's terms. */
final class KafkaBindings {
    private final References references;

    KafkaBindings(References references) {
        this.references = references;
    }

    /** The Kafka binding of a server, channel, operation or message. */
    Optional<ObjectNode> of(ObjectNode holder) {
        return references.object(holder, "bindings").flatMap(bindings -> references.object(bindings, "kafka"));
    }

    @Nullable KafkaChannelBinding ofChannel(ObjectNode channel) {
        ObjectNode binding = of(channel).orElse(null);
        if (binding == null) {
            return null;
        }
        Map<String, String> configuration = new LinkedHashMap<>();
        binding.object("topicConfiguration")
                .ifPresent(settings -> settings.members().forEach((name, member) -> {
                    if (!name.startsWith("x-")) {
                        configuration.put(name, setting(member.value()));
                    }
                }));
        return new KafkaChannelBinding(
                binding.string("topic").orElse(null),
                integer(binding, "partitions"),
                integer(binding, "replicas"),
                configuration);
    }

    /** What a schema of a string lets through, where that is one text only; or else what it takes if nothing is said. */
    @Nullable String theOnlyValue(ObjectNode binding, String name) {
        Node written = binding.get(name).flatMap(references::follow).orElse(null);
        if (!(written instanceof ObjectNode schema)) {
            return written == null ? null : written.text().orElse(null);
        }
        List<Node> values = schema.array("enum").map(ArrayNode::items).orElse(List.of());
        return schema.string("const")
                .or(() -> values.size() == 1 ? values.get(0).text() : Optional.empty())
                .or(() -> schema.string("default"))
                .orElse(null);
    }

    private static @Nullable Integer integer(ObjectNode binding, String name) {
        return binding.get(name).orElse(null) instanceof ScalarNode scalar
                        && scalar.value() instanceof BigInteger value
                        && value.bitLength() < Integer.SIZE
                ? Integer.valueOf(value.intValue())
                : null;
    }

    private static String setting(Node value) {
        if (value instanceof ArrayNode list) {
            return list.items().stream().map(KafkaBindings::setting).collect(Collectors.joining(","));
        }
        return value instanceof ScalarNode scalar && scalar.value() != null
                ? scalar.value().toString()
                : "";
    }
}
