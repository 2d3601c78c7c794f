package io.tidings.codegen.migration;

import io.tidings.codegen.plan.Coding;
import io.tidings.compat.avro.Promotion;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Which branch of a union takes a value: as Avro's resolution chooses, and then whatever loses nothing. */
final class UnionBranches {

    private UnionBranches() {}

    static @Nullable Schema choose(Schema value, Coding held, List<Schema> branches) {
        Schema same = switch (value.getType()) {
            case RECORD, ENUM, FIXED -> WireNames.among(branches, value);
            default -> first(branches, value.getType());
        };
        if (same != null) {
            return same;
        }
        for (Schema branch : branches) {
            if (Promotion.allows(branch.getType(), value.getType()) || Leaves.cast(value, held, branch) != null) {
                return branch;
            }
        }
        return null;
    }

    private static @Nullable Schema first(List<Schema> branches, Schema.Type type) {
        return branches.stream()
                .filter(branch -> branch.getType() == type)
                .findFirst()
                .orElse(null);
    }
}
