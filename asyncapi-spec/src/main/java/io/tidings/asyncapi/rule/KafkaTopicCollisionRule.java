package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import java.util.HashMap;
import java.util.Map;

/** A WARNING for topics that differ in dots and underscores only: Kafka refuses to create the second one. */
final class KafkaTopicCollisionRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "kafka-topic-collision", Severity.WARNING, "no two topics differ in dots and underscores only");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Map<String, Channel> seen = new HashMap<>();
        for (Channel channel : subject.document().channels().values()) {
            String topic = channel.topic();
            if (topic == null || !subject.overKafka(channel)) {
                continue;
            }
            Channel earlier = seen.putIfAbsent(topic.replace('.', '_'), channel);
            if (earlier != null && !topic.equals(earlier.topic()) && KafkaTopics.together(subject, earlier, channel)) {
                findings.add(
                        KafkaTopics.place(subject, channel),
                        "to Kafka the topics '" + earlier.topic() + "' and '" + topic + "' collide",
                        "let them differ in more than dots and underscores",
                        KafkaTopics.place(subject, earlier).location(),
                        "the other topic");
            }
        }
    }
}
