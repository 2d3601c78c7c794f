package io.tidings.compat.rule;

import io.tidings.compat.diff.AvroChange.UnionReordered;

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
    String reason(UnionReordered change) {
        return "the branches stand in another order: where several fit, the first is taken";
    }
}
