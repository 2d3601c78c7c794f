package io.tidings.cli;

import io.tidings.compat.Window.Reach;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what stands after {@code --transitive}. */
final class ReachConverter implements ITypeConverter<Reach> {
    @Override
    public Reach convert(String value) {
        return Reach.named(value)
                .orElseThrow(() ->
                        new TypeConversionException("unknown reach \"" + value + "\"; known are last, major, all"));
    }
}
