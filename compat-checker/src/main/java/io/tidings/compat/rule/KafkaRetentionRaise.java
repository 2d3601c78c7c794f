package io.tidings.compat.rule;

import io.tidings.compat.diff.ChannelChange.RetentionTimeChanged;

/** The topic keeps records for a longer time. */
final class KafkaRetentionRaise extends Rule<RetentionTimeChanged> {

    KafkaRetentionRaise() {
        super(
                RetentionTimeChanged.class,
                new RuleInfo(
                        "kafka-retention-raise",
                        "kafka",
                        "The topic keeps records for a longer time",
                        new Grid("p", "p"),
                        Bump.NONE,
                        "Nothing to do, apart from disk space"));
    }

    @Override
    boolean fires(RetentionTimeChanged change) {
        return !KafkaRetentionLower.longer(change.from(), change.to());
    }

    @Override
    String reason(RetentionTimeChanged change) {
        return "retention.ms was raised from " + change.from() + " to " + change.to();
    }
}
