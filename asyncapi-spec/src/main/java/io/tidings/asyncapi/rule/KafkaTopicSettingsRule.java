package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two channels on one topic say the same of it. */
final class KafkaTopicSettingsRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("kafka-topic-settings", Severity.ERROR, "channels on the same topic agree on its settings");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Map<String, List<Channel>> earlier = new HashMap<>();
        for (Channel channel : subject.document().channels().values()) {
            String topic = channel.topic();
            if (channel.kafka() == null || topic == null) {
                continue;
            }
            List<Channel> others = earlier.computeIfAbsent(topic, one -> new ArrayList<>());
            for (Channel other : others) {
                if (KafkaTopics.together(subject, other, channel)) {
                    compare(subject, other, channel, findings);
                }
            }
            others.add(channel);
        }
    }

    private static void compare(Subject subject, Channel one, Channel other, Findings findings) {
        Map<String, String> before = settings(one);
        settings(other).forEach((name, value) -> {
            String said = before.get(name);
            // One channel may say what the other leaves open.
            if (said != null && !said.equals(value)) {
                findings.add(
                        KafkaTopics.place(subject, other, name),
                        "'" + name + "' of the topic '" + one.topic() + "' is " + value + " here and " + said
                                + " in the channel '" + one.name() + "'",
                        "a topic has one set of settings",
                        KafkaTopics.place(subject, one, name).location(),
                        "the other setting");
            }
        });
    }

    private static Map<String, String> settings(Channel channel) {
        Map<String, String> settings = new TreeMap<>();
        if (channel.kafka() != null) {
            settings.putAll(channel.kafka().topicConfiguration());
            if (channel.kafka().partitions() != null) {
                settings.put("partitions", String.valueOf(channel.kafka().partitions()));
            }
            if (channel.kafka().replicas() != null) {
                settings.put("replicas", String.valueOf(channel.kafka().replicas()));
            }
        }
        return settings;
    }
}
