package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.ChannelExtension.Retention;
import io.tidings.asyncapi.model.KafkaChannelBinding;
import io.tidings.codegen.plan.ChannelPlan.Topic;
import io.tidings.codegen.plan.NameScope.Claimant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Plans the channels: those whose topic is known before run time. */
final class ChannelPlanner {

    private final Map<String, ChannelPlan> byName = new LinkedHashMap<>();
    private final JavaName owner;
    private final NameScope constants;
    private final List<Diagnostic> diagnostics;

    private ChannelPlanner(JavaName owner, List<Diagnostic> diagnostics) {
        this.owner = owner;
        this.diagnostics = diagnostics;
        this.constants = new NameScope(diagnostics);
        constants.reserve("TOPICS", "the list of topics");
    }

    static ChannelPlanner plan(AsyncApiDocument document, JavaName owner, List<Diagnostic> diagnostics) {
        ChannelPlanner planner = new ChannelPlanner(owner, diagnostics);
        document.channels().values().forEach(planner::plan);
        return planner;
    }

    /** A channel's plan, if it can be used from generated code. */
    Optional<ChannelPlan> of(Channel channel) {
        return Optional.ofNullable(byName.get(channel.name()));
    }

    List<ChannelPlan> planned() {
        return List.copyOf(byName.values());
    }

    private void plan(Channel channel) {
        String topic = channel.topic();
        if (topic == null) {
            leaveOut(channel, "its address is known at run time only");
        } else if (topic.indexOf('{') >= 0) {
            leaveOut(channel, "its address has parameters, and a Kafka topic is one fixed name");
        } else {
            byName.put(channel.name(), plan(channel, topic));
        }
    }

    private ChannelPlan plan(Channel channel, String topic) {
        String chosen = channel.extension().name();
        String written = chosen != null ? chosen : channel.name();
        String constant = constants.claim(
                JavaWords.of(written).constant(), new Claimant("channel '" + channel.name() + "'", written, channel));
        KafkaChannelBinding binding = channel.kafka();
        Topic spec = binding == null
                ? new Topic(0, 0, Map.of())
                : new Topic(
                        Objects.requireNonNullElse(binding.partitions(), 0),
                        Objects.requireNonNullElse(binding.replicas(), 0),
                        binding.topicConfiguration());
        return new ChannelPlan(
                new ConstantName(owner, constant),
                channel.name(),
                topic,
                ChannelKeys.of(channel, diagnostics),
                compacted(channel),
                spec,
                Documentation.of(channel.title(), channel.summary(), channel.description()));
    }

    private static boolean compacted(Channel channel) {
        Retention retention = channel.extension().retention();
        if (retention != null) {
            return retention == Retention.COMPACTED;
        }
        return channel.kafka() != null && channel.kafka().compacted();
    }

    private void leaveOut(Channel channel, String why) {
        diagnostics.add(Diagnostic.warning(
                "codegen-channel-not-generated",
                "Nothing is generated for channel '" + channel.name() + "': " + why,
                channel.locationOf("address"),
                channel.pointer(),
                null));
    }
}
