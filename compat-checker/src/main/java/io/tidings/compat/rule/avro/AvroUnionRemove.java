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
    protected Grid grid(UnionBranchesRemoved change) {
        if (change.branches().isEmpty()) {
            return new Grid("p", "p");
        }
        return switch (change.elsewhere()) {
            case NOTHING -> info().grid();
            case LOSSY -> new Grid("m/m+W", "m+W");
            case SAFE -> new Grid("m", "m");
        };
    }

    @Override
    protected String reason(UnionBranchesRemoved change) {
        if (change.branches().isEmpty()) {
            return "the type stands alone now, no longer in a union: each reads the other";
        }
        return String.join(", ", change.branches())
                + switch (change.elsewhere()) {
                    case NOTHING -> " cannot be read any more: new readers fail on old data with it";
                    case LOSSY -> " is no branch any more: new readers read it as another, and may lose some of it";
                    case SAFE -> " is no branch any more: new readers read it as another";
                };
    }
}
