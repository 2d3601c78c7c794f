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
                        "Nothing to do"));
    }

    @Override
    protected String reason(AliasAdded change) {
        return "aliases " + String.join(", ", change.aliases()) + " are new: data under these names can be read";
    }
}
