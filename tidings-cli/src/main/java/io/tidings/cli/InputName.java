package io.tidings.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a file, a folder or a glob. */
final class InputName implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
        if (value.equals("-") || value.isBlank()) {
            throw new TypeConversionException("\"" + value + "\" is not a file: standard input is not read");
        }
        return value;
    }
}
