package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.source.Location;
import io.tidings.compat.Finding;
import io.tidings.compat.landscape.ConsumerImpact.Meaning;
import io.tidings.compat.landscape.ConsumerImpact.Told;
import io.tidings.compat.rule.Bump;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes that the documents of consumers say nothing of, such as the number of partitions: what the gate says of them holds
 * for all who use the channel. Who writes the setting into its own document has been compared with it.
 */
final class GateVerdict {

    /** The rules of the gate, and the setting with which a consumer may say what it counts on. */
    private static final Map<String, String> SETTINGS = Map.of(
            "kafka-partitions", "partitions",
            "kafka-cleanup-policy", "cleanup.policy",
            "kafka-max-message-bytes-lower", "max.message.bytes",
            "channel-retention", "x-tidings",
            "security", "");

    private GateVerdict() {}

    /** Whether the gate's word counts, since the consumer's document has none. */
    static boolean decides(Finding change, Pair now) {
        String setting = SETTINGS.get(change.rule());
        if (setting == null || change.impact().wire() != Bump.MAJOR) {
            return false;
        }
        return declaration(change, now)
                .map(declared -> !states(declared, setting))
                .orElse(true);
    }

    static Told told(Finding change, Pair now) {
        Location mine = declaration(change, now)
                .map(Declaration::location)
                .orElse(now.consumer().at(now.consumer().document().location()));
        Location place = Objects.requireNonNullElse(change.head(), change.place());
        LandscapeFinding finding = new LandscapeFinding(
                SystemRule.SYSTEM_TOPIC_SETTING,
                Severity.ERROR,
                address(change, now),
                change.message(),
                change.path(),
                change.reason(),
                java.util.List.of(
                        new LandscapeFinding.Spot(now.consumer().name(), mine, "used here"),
                        new LandscapeFinding.Spot(now.owner().name(), place, "changed here")));
        return new Told(finding, change.rule(), change.hint(), Meaning.BREAKS);
    }

    private static Optional<Declaration> declaration(Finding change, Pair now) {
        return Optional.ofNullable(Usage.channel(now, change.channel()))
                .flatMap(channel -> now.channel(now.owner(), channel))
                .flatMap(now::consumers);
    }

    private static @Nullable String address(Finding change, Pair now) {
        Channel channel = Usage.channel(now, change.channel());
        return channel == null ? null : channel.topic();
    }

    private static boolean states(Declaration declared, String setting) {
        var topic = declared.channel().kafka();
        return switch (setting) {
            case "" -> false;
            case "x-tidings" -> declared.channel().extension().retention() != null;
            case "partitions" -> topic != null && topic.partitions() != null;
            default -> topic != null && topic.topicConfiguration().containsKey(setting);
        };
    }
}
