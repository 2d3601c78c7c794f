package io.tidings.compat.rule.json;

import io.tidings.compat.diff.MessageChange.KeySchemaChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The schema of the record key was added, removed or changed. */
final class KafkaKeySchema extends Rule<KeySchemaChanged> {

    private static final String FRAMED =
            "equal keys keep their bytes; what Confluent's serializers frame gets a new schema id, and moves to another partition";

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
        if (!change.sameBytes()) {
            return info().grid();
        }
        boolean harmless =
                !change.reading().breaksForward() && !change.reading().breaksBackward();
        return harmless ? new Grid("W", "W") : JsonGrids.of(change.reading(), "m+W", "m+W");
    }

    @Override
    protected Bump source(KeySchemaChanged change) {
        return change.sameBytes() ? Bump.NONE : Bump.MAJOR;
    }

    @Override
    protected String reason(KeySchemaChanged change) {
        return change.what()
                + (change.sameBytes()
                        ? said(JsonGrids.effect(change.at(), change.reading())) + FRAMED
                        : ": equal keys get other bytes, move to other partitions and are no longer compacted together");
    }

    private static String said(String effect) {
        return effect.isEmpty() ? ": " : effect + "; ";
    }
}
