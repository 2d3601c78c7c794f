package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.RetentionTimeChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

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
    protected boolean fires(RetentionTimeChanged change) {
        return !KafkaRetentionLower.longer(change.from(), change.to());
    }

    @Override
    protected String reason(RetentionTimeChanged change) {
        return "retention.ms was raised from " + change.from() + " to " + change.to();
    }
}
