package io.tidings.cli;

import io.tidings.compat.Window.Reach;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what stands after {@code --transitive}. */
final class ReachConverter implements ITypeConverter<Reach> {
    @Override
    public Reach convert(String value) {
        return switch (value) {
            case "last" -> Reach.LAST;
            case "major" -> Reach.MAJOR;
            case "all" -> Reach.ALL;
            default -> throw new TypeConversionException("unknown reach \"" + value + "\"; known are last, major, all");
        };
    }
}
