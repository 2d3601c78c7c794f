package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.PartitionsChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The number of partitions changed. */
final class KafkaPartitions extends Rule<PartitionsChanged> {

    KafkaPartitions() {
        super(
                PartitionsChanged.class,
                new RuleInfo(
                        "kafka-partitions",
                        "kafka",
                        "The number of partitions changed",
                        new Grid("M", "M"),
                        Bump.NONE,
                        "Create a topic with the new number of partitions and move to it"));
    }

    @Override
    protected Grid grid(PartitionsChanged change) {
        return change.keyed() ? info().grid() : new Grid("W", "W");
    }

    @Override
    protected String reason(PartitionsChanged change) {
        return "partitions changed from " + change.from() + " to " + change.to()
                + (change.keyed()
                        ? ": keys move to other partitions, which breaks their order and co-partitioned joins"
                        : ": no keys, so only the parallelism changes");
    }
}
