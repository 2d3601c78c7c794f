package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.UnionBranchesRemoved;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A branch was removed from a union. */
final class AvroUnionRemove extends Rule<UnionBranchesRemoved> {

    AvroUnionRemove() {
        super(
                UnionBranchesRemoved.class,
                new RuleInfo(
                        "avro-union-remove",
                        "avro",
                        "A branch was removed from a union",
                        new Grid("m/M", "M"),
                        Bump.MAJOR,
                        "Keep the branch until no such data lives"));
    }

    @Override
    protected String reason(UnionBranchesRemoved change) {
        return String.join(", ", change.branches()) + " cannot be read any more: new readers fail on old data with it";
    }
}
