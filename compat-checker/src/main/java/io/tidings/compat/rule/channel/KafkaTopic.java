package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.TopicChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The Kafka topic of a channel changed. */
final class KafkaTopic extends Rule<TopicChanged> {

    KafkaTopic() {
        super(
                TopicChanged.class,
                new RuleInfo(
                        "kafka-topic",
                        "kafka",
                        "The Kafka topic of a channel changed",
                        new Grid("M", "M"),
                        Bump.NONE,
                        "Write both topics until all consumers have moved"));
    }

    @Override
    protected String reason(TopicChanged change) {
        return "the topic changed from " + change.from() + " to " + change.to()
                + ": deployed clients stay at the old one";
    }
}
