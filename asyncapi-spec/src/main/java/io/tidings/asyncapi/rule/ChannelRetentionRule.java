package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.ChannelExtension.Retention;
import io.tidings.asyncapi.model.KafkaChannelBinding;

/** A WARNING where {@code x-tidings.retention} and the cleanup policy of the Kafka binding contradict each other. */
final class ChannelRetentionRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("channel-retention", Severity.WARNING, "what a channel keeps is what its topic keeps");
    private static final String POLICY = "cleanup.policy";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Channel channel : subject.document().channels().values()) {
            Retention retention = channel.extension().retention();
            KafkaChannelBinding kafka = channel.kafka();
            String policy = kafka == null ? "" : kafka.topicConfiguration().getOrDefault(POLICY, "");
            boolean compacts = policy.contains("compact");
            if (retention == null
                    || kafka == null
                    || policy.isEmpty()
                    || compacts == (retention == Retention.COMPACTED)) {
                continue;
            }
            channel.node()
                    .object("x-tidings")
                    .flatMap(said -> said.get("retention"))
                    .ifPresent(said -> findings.add(
                            said,
                            "the channel is " + said.text().orElse("") + ", but its topic has the cleanup policy '"
                                    + policy + "'",
                            "leave 'retention' out: it follows from the topic",
                            KafkaTopics.place(subject, channel, POLICY).location(),
                            "the policy"));
        }
    }
}
