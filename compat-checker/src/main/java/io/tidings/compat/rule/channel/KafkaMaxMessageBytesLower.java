package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.MaxMessageBytesChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The topic accepts only smaller messages. */
final class KafkaMaxMessageBytesLower extends Rule<MaxMessageBytesChanged> {

    KafkaMaxMessageBytesLower() {
        super(
                MaxMessageBytesChanged.class,
                new RuleInfo(
                        "kafka-max-message-bytes-lower",
                        "kafka",
                        "The topic accepts only smaller messages",
                        new Grid("m", "M"),
                        Bump.NONE,
                        "Let producers shrink their messages first"));
    }

    @Override
    protected boolean fires(MaxMessageBytesChanged change) {
        return change.to() < change.from();
    }

    @Override
    protected String reason(MaxMessageBytesChanged change) {
        return "max.message.bytes was lowered from " + change.from() + " to " + change.to()
                + ": producers of larger messages are refused";
    }
}
