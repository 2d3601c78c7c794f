package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.UnionBranchesAdded;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A type was made a union, or a branch was added to one. */
final class AvroUnionAdd extends Rule<UnionBranchesAdded> {

    AvroUnionAdd() {
        super(
                UnionBranchesAdded.class,
                new RuleInfo(
                        "avro-union-add",
                        "avro",
                        "A type was made a union, or a branch was added to one",
                        new Grid("M", "m"),
                        Bump.MAJOR,
                        "Add a second field for the new alternative; a field that may become absent should be a union with null from the start"));
    }

    @Override
    protected Grid grid(UnionBranchesAdded change) {
        if (change.branches().isEmpty()) {
            return new Grid("p", "p");
        }
        return switch (change.elsewhere()) {
            case NOTHING -> info().grid();
            case LOSSY -> new Grid("m+W", "m");
            case SAFE -> new Grid("m", "m");
        };
    }

    @Override
    protected String reason(UnionBranchesAdded change) {
        if (change.branches().isEmpty()) {
            return "the type stands in a union of its own now: each reads the other";
        }
        return String.join(", ", change.branches()) + " can be written now: old readers "
                + switch (change.elsewhere()) {
                    case NOTHING -> "fail on it";
                    case LOSSY -> "read it as another branch, and may lose some of it";
                    case SAFE -> "read it as another branch";
                };
    }
}
