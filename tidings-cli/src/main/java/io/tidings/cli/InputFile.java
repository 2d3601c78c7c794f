package io.tidings.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a file. Standard input has no folder that references could be relative to. */
final class InputFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
        if (value.equals("-") || value.isBlank()) {
            throw new TypeConversionException("\"" + value + "\" is not a file: standard input is not read");
        }
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("\"" + value + "\" is not the name of a file: " + e.getReason());
        }
    }
}
