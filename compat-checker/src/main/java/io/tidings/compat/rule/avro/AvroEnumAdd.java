package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.EnumSymbolsAdded;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** Symbols were added to an enum. */
final class AvroEnumAdd extends Rule<EnumSymbolsAdded> {

    AvroEnumAdd() {
        super(
                EnumSymbolsAdded.class,
                new RuleInfo(
                        "avro-enum-add",
                        "avro",
                        "Symbols were added to an enum",
                        new Grid("M", "m"),
                        Bump.MAJOR,
                        "Give the enum a default in a version before; then old readers see the default"));
    }

    @Override
    protected Grid grid(EnumSymbolsAdded change) {
        return change.from().getEnumDefault() == null ? info().grid() : new Grid("m+W", "m");
    }

    @Override
    protected String reason(EnumSymbolsAdded change) {
        return String.join(", ", change.symbols()) + " added to enum "
                + change.to().getFullName()
                + (change.from().getEnumDefault() == null
                        ? ": old readers fail on it"
                        : ": old readers see " + change.from().getEnumDefault());
    }
}
