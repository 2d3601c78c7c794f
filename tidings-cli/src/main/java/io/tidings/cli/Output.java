package io.tidings.cli;

import io.tidings.asyncapi.report.Format;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** A command that answers as text or as JSON. */
abstract class Output extends Console {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = TextOrJson.class,
            defaultValue = "text",
            description = "text (default) or json.")
    private Format format = Format.TEXT;

    final boolean json() {
        return format == Format.JSON;
    }

    /** Reads what stands after {@code --format}. */
    static final class TextOrJson implements ITypeConverter<Format> {
        @Override
        public Format convert(String value) {
            return switch (value) {
                case "text" -> Format.TEXT;
                case "json" -> Format.JSON;
                default -> throw new TypeConversionException("unknown format \"" + value + "\"; known are text, json");
            };
        }
    }
}
