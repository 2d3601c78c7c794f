package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.model.ChannelExtension;
import io.tidings.asyncapi.model.OperationExtension;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code x-tidings} in the model's terms. Words that are not known have been reported and count as absent. */
final class Vocabulary {
    private static final String KEY = "x-tidings";

    private Vocabulary() {}

    static ChannelExtension ofChannel(ObjectNode channel) {
        return channel.object(KEY)
                .map(said -> new ChannelExtension(
                        name(said).orElse(null),
                        said.get("open").orElse(null) instanceof ScalarNode open && Boolean.TRUE.equals(open.value()),
                        word(said, "retention", ChannelExtension.Retention.values())
                                .orElse(null),
                        word(said, "keys", ChannelExtension.Keys.values()).orElse(ChannelExtension.Keys.BARE)))
                .orElse(ChannelExtension.NONE);
    }

    static OperationExtension ofOperation(ObjectNode operation, Replicas replicas) {
        return operation
                .object(KEY)
                .map(said -> new OperationExtension(
                        name(said).orElse(null),
                        word(said, "style", OperationExtension.Style.values()).orElse(null),
                        word(said, "delivery", OperationExtension.Delivery.values())
                                .orElse(OperationExtension.Delivery.PARTITIONED),
                        said.object("replica").map(replicas::read).orElse(null)))
                .orElse(OperationExtension.NONE);
    }

    static @Nullable String codeName(ObjectNode element) {
        return element.object(KEY).flatMap(Vocabulary::name).orElse(null);
    }

    private static Optional<String> name(ObjectNode said) {
        return said.string("name").filter(name -> name.codePoints().anyMatch(Character::isLetterOrDigit));
    }

    static <E extends Enum<E>> Optional<E> word(ObjectNode node, String field, E[] words) {
        String written = node.string(field).orElse("");
        return Stream.of(words)
                .filter(word -> word.name().equalsIgnoreCase(written))
                .findFirst();
    }
}
