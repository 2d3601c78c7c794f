package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.RetentionTimeChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The topic keeps records for a shorter time. */
final class KafkaRetentionLower extends Rule<RetentionTimeChanged> {

    KafkaRetentionLower() {
        super(
                RetentionTimeChanged.class,
                new RuleInfo(
                        "kafka-retention-lower",
                        "kafka",
                        "The topic keeps records for a shorter time",
                        new Grid("W", "W"),
                        Bump.NONE,
                        "Make sure that no consumer replays further back than this"));
    }

    @Override
    protected boolean fires(RetentionTimeChanged change) {
        return longer(change.from(), change.to());
    }

    @Override
    protected Grid grid(RetentionTimeChanged change) {
        return change.replayed() ? new Grid("M", "W") : info().grid();
    }

    @Override
    protected String reason(RetentionTimeChanged change) {
        return "retention.ms was lowered from " + change.from() + " to " + change.to()
                + (change.replayed()
                        ? ": consumers replay the channel, as it declares, and lose records"
                        : ": consumers that are behind or replay lose records");
    }

    /** Whether one time is longer than another; -1 is for ever. */
    static boolean longer(long one, long other) {
        return one != other && (one < 0 || (other >= 0 && one > other));
    }
}
