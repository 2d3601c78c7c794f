package io.tidings.compat.rule;

import io.tidings.compat.diff.AvroChange.AliasRemoved;

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
    String reason(AliasRemoved change) {
        return "aliases " + String.join(", ", change.aliases())
                + " are gone: data under these names can no longer be read; the base does not use them";
    }
}
