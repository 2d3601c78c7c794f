package io.tidings.compat.diff;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.ChannelExtension;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Compares channels: where they are, what they carry. */
final class ChannelDifference {

    private final Comparison comparison;
    private final DocumentDifference common;
    private final ChannelMessages messages;
    private final KafkaTopicDifference topics;

    ChannelDifference(Comparison comparison) {
        this.comparison = comparison;
        this.common = new DocumentDifference(comparison);
        this.messages = new ChannelMessages(comparison);
        this.topics = new KafkaTopicDifference(comparison);
    }

    void added(Channel channel) {
        Scope scope = comparison.scopes().added(channel, null);
        comparison.found(new ChannelChange.Added(At.of(scope, null, channel.location()), address(channel)));
    }

    void removed(Channel channel) {
        Scope scope = comparison.scopes().removed(channel, null);
        comparison.found(new ChannelChange.Removed(At.of(scope, channel.location(), null), address(channel)));
    }

    void compare(Channel was, Channel is) {
        Scope scope = comparison.scopes().of(was, is);
        At at = At.of(scope, was.location(), is.location());
        if (!was.name().equals(is.name())) {
            comparison.found(new ChannelChange.KeyRenamed(at, was.name(), is.name()));
        }
        address(scope, was, is);
        keys(scope, was, is);
        parameters(scope, was, is);
        topics.compare(scope, was, is);
        common.generatedName(
                scope,
                was,
                is,
                "channel \"" + is.name() + "\"",
                was.extension().name(),
                is.extension().name());
        common.servers(scope, was, is);
        common.documentation(scope, was, is, "channel \"" + is.name() + "\"");
        messages.compare(was, is);
    }

    private void address(Scope scope, Channel was, Channel is) {
        if (Objects.equals(was.topic(), is.topic())) {
            return;
        }
        boolean byBinding = topicInBinding(was) || topicInBinding(is);
        if (byBinding) {
            At at = At.of(scope, was.locationOf("bindings"), is.locationOf("bindings"));
            comparison.found(new ChannelChange.TopicChanged(at, address(was), address(is)));
        } else if (ParameterNames.between(was.topic(), is.topic()).isEmpty()) {
            At at = At.of(scope, was.locationOf("address"), is.locationOf("address"));
            comparison.found(new ChannelChange.AddressChanged(at, address(was), address(is)));
        }
    }

    private void keys(Scope scope, Channel was, Channel is) {
        if (was.extension().keys() != is.extension().keys() && keyed(was) && keyed(is)) {
            At at = At.of(scope, was.locationOf("x-tidings"), is.locationOf("x-tidings"));
            comparison.found(new MessageChange.KeySchemaChanged(
                    at,
                    "keys were " + word(was.extension().keys()) + ", and are "
                            + word(is.extension().keys()) + " now"));
        }
    }

    private static String word(ChannelExtension.Keys keys) {
        return keys.name().toLowerCase(Locale.ROOT);
    }

    private void parameters(Scope scope, Channel was, Channel is) {
        Map<String, String> names =
                ParameterNames.between(was.address(), is.address()).orElse(Map.of());
        List<String> added = new ArrayList<>(is.parameterNames());
        added.removeAll(was.parameterNames());
        added.removeAll(names.values());
        List<String> removed = new ArrayList<>(was.parameterNames());
        removed.removeAll(is.parameterNames());
        removed.removeAll(names.keySet());
        At at = At.of(scope, was.locationOf("parameters"), is.locationOf("parameters"));
        added.forEach(name -> comparison.found(new ChannelChange.ParameterAdded(at, name)));
        removed.forEach(name -> comparison.found(new ChannelChange.ParameterRemoved(at, name)));
        names.forEach((before, now) -> {
            if (!before.equals(now)) {
                comparison.found(new ChannelChange.ParameterRenamed(at, before, now));
            }
        });
        ParameterDifference parameters = new ParameterDifference(comparison, scope);
        for (Parameter before : was.parameters()) {
            is.parameters().stream()
                    .filter(now -> now.name().equals(names.getOrDefault(before.name(), before.name())))
                    .findFirst()
                    .ifPresent(now -> parameters.compare(before, now));
        }
    }

    private static boolean topicInBinding(Channel channel) {
        return channel.kafka() != null && channel.kafka().topic() != null;
    }

    static String address(Channel channel) {
        String topic = channel.topic();
        return topic == null ? "an address known at run time" : topic;
    }

    /** Whether records of the channel have keys that place them. */
    static boolean keyed(Channel channel) {
        return channel.messages().values().stream().map(Message::kafkaKey).anyMatch(Objects::nonNull);
    }
}
