package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.EnumSymbolsRemoved;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** Symbols were removed from an enum. */
final class AvroEnumRemove extends Rule<EnumSymbolsRemoved> {

    AvroEnumRemove() {
        super(
                EnumSymbolsRemoved.class,
                new RuleInfo(
                        "avro-enum-remove",
                        "avro",
                        "Symbols were removed from an enum",
                        new Grid("m/M", "M"),
                        Bump.MAJOR,
                        "Keep the symbols, or give the enum a default"));
    }

    @Override
    protected Grid grid(EnumSymbolsRemoved change) {
        return change.to().getEnumDefault() == null ? info().grid() : new Grid("m+W", "m+W");
    }

    @Override
    protected String reason(EnumSymbolsRemoved change) {
        return String.join(", ", change.symbols()) + " removed from enum "
                + change.to().getFullName()
                + (change.to().getEnumDefault() == null
                        ? ": new readers fail on old data with it"
                        : ": new readers see " + change.to().getEnumDefault());
    }
}
