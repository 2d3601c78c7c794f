package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;

/** A Kafka binding names a topic that a broker can create: Kafka's own check, {@code Topic.validate}. */
final class KafkaTopicNameRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("kafka-topic-name", Severity.ERROR, "the topic of a Kafka binding is a legal one");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Channel channel : subject.document().channels().values()) {
            subject.kafka(channel.node())
                    .flatMap(binding -> binding.get("topic"))
                    .ifPresent(topic -> {
                        String problem = topic.text().map(KafkaTopics::problem).orElse("");
                        if (!problem.isEmpty()) {
                            findings.add(topic, problem, KafkaTopics.HINT);
                        }
                    });
        }
    }
}
