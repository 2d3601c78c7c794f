package io.tidings.cli;

import io.tidings.compat.rule.Axis;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what stands after {@code --axis}. */
final class AxisConverter implements ITypeConverter<Axis> {
    @Override
    public Axis convert(String value) {
        return switch (value) {
            case "wire" -> Axis.WIRE;
            case "source" -> Axis.SOURCE;
            case "both" -> Axis.BOTH;
            default ->
                throw new TypeConversionException("unknown axis \"" + value + "\"; known are wire, source, both");
        };
    }
}
