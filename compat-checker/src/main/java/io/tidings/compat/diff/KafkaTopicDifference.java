package io.tidings.compat.diff;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.ChannelExtension.Retention;
import io.tidings.asyncapi.model.KafkaChannelBinding;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Compares what the bindings and {@code x-tidings} say of a channel. */
final class KafkaTopicDifference {

    /** Of the Kafka binding, what other differences speak about. */
    private static final Set<String> JUDGED = Set.of("topic", "partitions", "bindingVersion");

    private static final Set<String> JUDGED_SETTINGS = Set.of("cleanup.policy", "retention.ms", "max.message.bytes");

    private final Comparison comparison;

    KafkaTopicDifference(Comparison comparison) {
        this.comparison = comparison;
    }

    void compare(Scope scope, Channel was, Channel is) {
        At at = At.of(scope, was.locationOf("bindings"), is.locationOf("bindings"));
        KafkaChannelBinding before = was.kafka();
        KafkaChannelBinding now = is.kafka();
        if (before != null && now != null) {
            partitions(at, before, now, ChannelDifference.keyed(was) || ChannelDifference.keyed(is));
            cleanupPolicy(at, before, now);
            number(
                    at,
                    before,
                    now,
                    "retention.ms",
                    (f, t) -> new ChannelChange.RetentionTimeChanged(at, f, t, replayed(was)));
            number(at, before, now, "max.message.bytes", (f, t) -> new ChannelChange.MaxMessageBytesChanged(at, f, t));
        } else if (compacted(before) != compacted(now)) {
            comparison.found(
                    new ChannelChange.CleanupPolicyChanged(at, policy(compacted(before)), policy(compacted(now))));
        }
        unjudged(at, was, is);
        retention(scope, was, is);
    }

    /** Whether the document, and not only the binding, says that messages stay. */
    private static boolean replayed(Channel channel) {
        Retention declared = channel.extension().retention();
        return declared != null && declared != Retention.TRANSIENT;
    }

    private static boolean compacted(@Nullable KafkaChannelBinding binding) {
        return binding != null && binding.compacted();
    }

    private static String policy(boolean compacted) {
        return compacted ? "compact" : "delete";
    }

    private void partitions(At at, KafkaChannelBinding before, KafkaChannelBinding now, boolean keyed) {
        Integer from = before.partitions();
        Integer to = now.partitions();
        if (from != null && to != null && !from.equals(to)) {
            comparison.found(new ChannelChange.PartitionsChanged(at, from, to, keyed));
        } else if ((from == null) != (to == null)) {
            comparison.found(new DocumentChange.Documentation(at, "number of partitions of the channel"));
        }
    }

    private void cleanupPolicy(At at, KafkaChannelBinding before, KafkaChannelBinding now) {
        Set<String> from = policies(before);
        Set<String> to = policies(now);
        if (!from.equals(to)) {
            comparison.found(new ChannelChange.CleanupPolicyChanged(at, String.join(",", from), String.join(",", to)));
        }
    }

    private static Set<String> policies(KafkaChannelBinding binding) {
        String written = binding.topicConfiguration().getOrDefault("cleanup.policy", "delete");
        return new TreeSet<>(Arrays.asList(written.replace(" ", "").split(",")));
    }

    private void number(
            At at,
            KafkaChannelBinding before,
            KafkaChannelBinding now,
            String setting,
            BiFunction<Long, Long, Change> change) {
        Long from = number(before.topicConfiguration().get(setting));
        Long to = number(now.topicConfiguration().get(setting));
        if (from != null && to != null && !from.equals(to)) {
            comparison.found(change.apply(from, to));
        } else if ((from == null) != (to == null)) {
            // The broker's default may be anything: what was not stated cannot have been promised.
            comparison.found(new DocumentChange.BindingChanged(at, setting + " of the topic"));
        }
    }

    private static @Nullable Long number(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text.strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private void unjudged(At at, Channel was, Channel is) {
        Object before = rest(comparison.base().value(was, "bindings"));
        Object now = rest(comparison.head().value(is, "bindings"));
        if (!before.equals(now)) {
            comparison.found(new DocumentChange.BindingChanged(at, "channel \"" + is.name() + "\""));
        }
        if (was.extension().open() != is.extension().open()) {
            comparison.found(new ChannelChange.OpenChanged(
                    At.of(at.scope(), was.locationOf("x-tidings"), is.locationOf("x-tidings")),
                    is.extension().open()));
        }
    }

    private static Object rest(Object bindings) {
        Map<Object, Object> others = new LinkedHashMap<>();
        if (bindings instanceof Map<?, ?> map) {
            map.forEach((protocol, binding) -> {
                Object value = protocol.equals("kafka") ? without(binding, JUDGED) : binding;
                if (!(value instanceof Map<?, ?> settings && settings.isEmpty())) {
                    others.put(protocol, value);
                }
            });
        }
        return others;
    }

    private static Object without(Object binding, Set<String> judged) {
        Map<Object, Object> kept = new LinkedHashMap<>();
        if (binding instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (name.equals("topicConfiguration")) {
                    Object settings = without(value, JUDGED_SETTINGS);
                    if (settings instanceof Map<?, ?> some && !some.isEmpty()) {
                        kept.put(name, settings);
                    }
                } else if (!judged.contains(name)) {
                    kept.put(name, value);
                }
            });
        }
        return kept;
    }

    private void retention(Scope scope, Channel was, Channel is) {
        Retention before = comparison.base().retention(was);
        Retention now = comparison.head().retention(is);
        boolean declared = was.extension().retention() != null || is.extension().retention() != null;
        if (before != now && declared) {
            comparison.found(new ChannelChange.RetentionChanged(
                    At.of(scope, was.locationOf("x-tidings"), is.locationOf("x-tidings")), text(before), text(now)));
        }
    }

    private static String text(Retention retention) {
        return retention.name().toLowerCase(Locale.ROOT);
    }
}
