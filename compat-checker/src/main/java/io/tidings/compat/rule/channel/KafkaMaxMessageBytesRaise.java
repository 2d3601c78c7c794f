package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.MaxMessageBytesChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The topic accepts larger messages. */
final class KafkaMaxMessageBytesRaise extends Rule<MaxMessageBytesChanged> {

    KafkaMaxMessageBytesRaise() {
        super(
                MaxMessageBytesChanged.class,
                new RuleInfo(
                        "kafka-max-message-bytes-raise",
                        "kafka",
                        "The topic accepts larger messages",
                        new Grid("W", "m"),
                        Bump.NONE,
                        "Raise the fetch sizes of consumers that reserve memory by it"));
    }

    @Override
    protected boolean fires(MaxMessageBytesChanged change) {
        return change.to() > change.from();
    }

    @Override
    protected String reason(MaxMessageBytesChanged change) {
        return "max.message.bytes was raised from " + change.from() + " to " + change.to()
                + ": consumers may get larger batches than they are set up for";
    }
}
