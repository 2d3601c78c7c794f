package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.UnionReordered;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The order of the branches of a union changed. */
final class AvroUnionReorder extends Rule<UnionReordered> {

    AvroUnionReorder() {
        super(
                UnionReordered.class,
                new RuleInfo(
                        "avro-union-reorder",
                        "avro",
                        "The order of the branches of a union changed",
                        new Grid("W", "W"),
                        Bump.NONE,
                        "Keep the order, and append new branches"));
    }

    @Override
    protected String reason(UnionReordered change) {
        return "the branches stand in another order: where several fit, the first is taken";
    }
}
