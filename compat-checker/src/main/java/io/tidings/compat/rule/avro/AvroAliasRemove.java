package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.AliasRemoved;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** An alias was removed. */
final class AvroAliasRemove extends Rule<AliasRemoved> {

    AvroAliasRemove() {
        super(
                AliasRemoved.class,
                new RuleInfo(
                        "avro-alias-remove",
                        "avro",
                        "An alias was removed",
                        new Grid("p", "p"),
                        Bump.NONE,
                        "Keep the alias while data under the old name lives, and give those versions as bases"));
    }

    @Override
    protected String reason(AliasRemoved change) {
        return "aliases " + String.join(", ", change.aliases())
                + " are gone: data under these names can no longer be read; the base does not use them";
    }
}
