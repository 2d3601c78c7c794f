package io.tidings.compat.rule;

import io.tidings.compat.diff.ChannelChange.MaxMessageBytesChanged;

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
    boolean fires(MaxMessageBytesChanged change) {
        return change.to() > change.from();
    }

    @Override
    String reason(MaxMessageBytesChanged change) {
        return "max.message.bytes was raised from " + change.from() + " to " + change.to()
                + ": consumers may get larger batches than they are set up for";
    }
}
