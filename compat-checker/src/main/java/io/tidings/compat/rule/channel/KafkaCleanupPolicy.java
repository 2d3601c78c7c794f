package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.CleanupPolicyChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The cleanup policy of the topic changed between delete and compact. */
final class KafkaCleanupPolicy extends Rule<CleanupPolicyChanged> {

    KafkaCleanupPolicy() {
        super(
                CleanupPolicyChanged.class,
                new RuleInfo(
                        "kafka-cleanup-policy",
                        "kafka",
                        "The cleanup policy of the topic changed between delete and compact",
                        new Grid("M", "M"),
                        Bump.NONE,
                        "Create a topic with the new policy and move to it"));
    }

    @Override
    protected String reason(CleanupPolicyChanged change) {
        return "the cleanup policy changed from " + change.from() + " to " + change.to()
                + ": a compacted topic forbids null keys and forgets history, one that deletes forgets entities";
    }
}
