package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.ChannelExtension.Retention;
import io.tidings.asyncapi.model.KafkaChannelBinding;
import io.tidings.asyncapi.model.Operation;
import io.tidings.codegen.plan.ChannelPlan.Topic;
import io.tidings.codegen.plan.NameScope.Claimant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plans the channels: those whose topic is known before run time, but for parameters, and those of replies that go where requests
 * say.
 */
final class ChannelPlanner {

    private final Map<String, ChannelPlan> byName = new LinkedHashMap<>();
    private final JavaName owner;
    private final NameScope constants;
    private final ChannelKeys keys;
    private final ParameterPlanner parameters;
    private final Set<String> ofReplies;
    private final List<Diagnostic> diagnostics;

    private ChannelPlanner(
            JavaName owner,
            ChannelKeys keys,
            ParameterPlanner parameters,
            Set<String> ofReplies,
            List<Diagnostic> diagnostics) {
        this.owner = owner;
        this.keys = keys;
        this.parameters = parameters;
        this.ofReplies = ofReplies;
        this.diagnostics = diagnostics;
        this.constants = new NameScope(diagnostics);
        constants.reserve("TOPICS", "the list of topics");
    }

    static ChannelPlanner plan(
            AsyncApiDocument document,
            JavaName owner,
            AvroTypes types,
            ParameterPlanner parameters,
            List<Diagnostic> diagnostics) {
        ChannelPlanner planner = new ChannelPlanner(
                owner, new ChannelKeys(types, diagnostics), parameters, channelsOfReplies(document), diagnostics);
        document.channels().values().forEach(planner::plan);
        return planner;
    }

    private static Set<String> channelsOfReplies(AsyncApiDocument document) {
        return document.operations().values().stream()
                .map(Operation::reply)
                .filter(reply -> reply != null && reply.channel() != null)
                .map(reply -> Objects.requireNonNull(reply.channel()).name())
                .collect(Collectors.toSet());
    }

    /** A channel's plan, if it can be used from generated code. */
    Optional<ChannelPlan> of(Channel channel) {
        return Optional.ofNullable(byName.get(channel.name())).filter(plan -> !plan.open());
    }

    /** The plan of a channel for replies, which may go where requests say. */
    Optional<ChannelPlan> ofReplies(Channel channel) {
        ChannelPlan plan = byName.get(channel.name());
        return plan != null && plan.open() ? Optional.of(plan) : fixed(channel, "replies");
    }

    /** A channel's plan, if it can be used from generated code and its address has no parameters. */
    Optional<ChannelPlan> fixed(Channel channel, String use) {
        Optional<ChannelPlan> plan = of(channel);
        if (plan.isPresent() && plan.get().parameters() != null) {
            diagnostics.add(Diagnostic.warning(
                    "codegen-parameters-not-here",
                    "Channel '" + channel.name() + "' cannot be used for " + use + ": its address has parameters",
                    channel.locationOf("address"),
                    channel.pointer(),
                    "Give " + use + " a channel with one address."));
            return Optional.empty();
        }
        return plan;
    }

    List<ChannelPlan> planned() {
        return List.copyOf(byName.values());
    }

    private void plan(Channel channel) {
        String topic = channel.topic();
        if (topic == null && ofReplies.contains(channel.name())) {
            String method = claim(channel, JavaWords.of(written(channel)).camel(), List.of(""));
            byName.put(channel.name(), plan(channel, "", method, null));
        } else if (topic == null) {
            leaveOut(channel, "its address is known at run time only", null);
        } else if (TopicName.problem(topic).isPresent()) {
            leaveOut(
                    channel,
                    TopicName.problem(topic).get(),
                    "Name the topic in the channel's Kafka binding: 'bindings: {kafka: {topic: …}}'.");
        } else if (topic.indexOf('{') < 0) {
            String constant = claim(channel, JavaWords.of(written(channel)).constant(), List.of(""));
            byName.put(channel.name(), plan(channel, topic, constant, null));
        } else {
            parameters.plan(channel, written(channel), topic).ifPresent(plan -> {
                String method = claim(channel, JavaWords.of(written(channel)).camel(), List.of("", "Topic"));
                byName.put(channel.name(), plan(channel, topic, method, plan));
            });
        }
    }

    private static String written(Channel channel) {
        String chosen = channel.extension().name();
        return chosen != null ? chosen : channel.name();
    }

    private String claim(Channel channel, String wanted, List<String> suffixes) {
        return constants.claim(
                wanted, suffixes, new Claimant("channel '" + channel.name() + "'", written(channel), channel));
    }

    private ChannelPlan plan(Channel channel, String topic, String constant, @Nullable ParametersPlan plan) {
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
                keys.of(channel),
                compacted(channel),
                spec,
                plan,
                Documentation.of(channel.title(), channel.summary(), channel.description()));
    }

    private static boolean compacted(Channel channel) {
        Retention retention = channel.extension().retention();
        if (retention != null) {
            return retention == Retention.COMPACTED;
        }
        return channel.kafka() != null && channel.kafka().compacted();
    }

    private void leaveOut(Channel channel, String why, @Nullable String hint) {
        diagnostics.add(Diagnostic.warning(
                "codegen-channel-not-generated",
                "Nothing is generated for channel '" + channel.name() + "': " + why,
                channel.locationOf("address"),
                channel.pointer(),
                hint));
    }
}
