package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.AliasAdded;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** An alias was added. */
final class AvroAliasAdd extends Rule<AliasAdded> {

    AvroAliasAdd() {
        super(
                AliasAdded.class,
                new RuleInfo(
                        "avro-alias-add",
                        "avro",
                        "An alias was added",
                        new Grid("p", "p"),
                        Bump.NONE,
                        "Nothing to do; where another field has that name, take the alias away again"));
    }

    @Override
    protected Grid grid(AliasAdded change) {
        return change.taken().isEmpty() ? info().grid() : new Grid("W", "W");
    }

    @Override
    protected String reason(AliasAdded change) {
        if (!change.taken().isEmpty()) {
            return "aliases " + String.join(", ", change.taken())
                    + " are new, and so other fields are called: whose data they mean, no two readers agree on, and Java fails"
                    + " as soon as the schemas differ in more";
        }
        return "aliases " + String.join(", ", change.aliases()) + " are new: data under these names can be read";
    }
}
