package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.MessageChange.KeySchemaChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The schema of the record key was added, removed or changed. */
final class KafkaKeySchema extends Rule<KeySchemaChanged> {

    KafkaKeySchema() {
        super(
                KeySchemaChanged.class,
                new RuleInfo(
                        "kafka-key-schema",
                        "kafka",
                        "The schema of the record key was added, removed or changed",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Keep the key as it is; write a new topic for a new key"));
    }

    @Override
    protected Grid grid(KeySchemaChanged change) {
        return change.documentationOnly() ? new Grid("W", "W") : info().grid();
    }

    @Override
    protected Bump source(KeySchemaChanged change) {
        return change.documentationOnly() ? Bump.NONE : Bump.MAJOR;
    }

    @Override
    protected String reason(KeySchemaChanged change) {
        return change.what()
                + (change.documentationOnly()
                        ? ": equal keys keep their bytes; what Confluent's serializers frame gets a new schema id, and moves to another partition"
                        : ": equal keys get other bytes, move to other partitions and are no longer compacted together");
    }
}
