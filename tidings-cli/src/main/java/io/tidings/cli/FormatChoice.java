package io.tidings.cli;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.report.Format;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A format, and where the report goes.
 *
 * @param file null for standard output
 */
record FormatChoice(Format format, @Nullable Path file) {

    /** Reads what stands after {@code --format}: {@code sarif}, or {@code sarif=report.sarif}. */
    static final class Converter implements ITypeConverter<FormatChoice> {
        @Override
        public FormatChoice convert(String value) {
            int equals = value.indexOf('=');
            String name = equals < 0 ? value : value.substring(0, equals);
            Format format = Format.named(name).orElseThrow(() -> unknown(name));
            return new FormatChoice(format, equals < 0 ? null : file(value.substring(equals + 1)));
        }

        private static TypeConversionException unknown(String name) {
            String meant = DidYouMean.among(name, Format.labels())
                    .map(near -> " (did you mean " + near + "?)")
                    .orElse("");
            return new TypeConversionException(
                    "unknown format \"" + name + "\"" + meant + "; known are " + String.join(", ", Format.labels()));
        }

        private static Path file(String name) {
            try {
                if (!name.isBlank()) {
                    return Path.of(name);
                }
            } catch (InvalidPathException e) {
                throw new TypeConversionException("\"" + name + "\" is not the name of a file: " + e.getReason());
            }
            throw new TypeConversionException("no file is named after the equals sign");
        }
    }
}
