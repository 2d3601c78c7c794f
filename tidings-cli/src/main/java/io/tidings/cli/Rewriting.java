package io.tidings.cli;

import io.tidings.asyncapi.Rewritten;
import io.tidings.asyncapi.report.TextReport;
import io.tidings.asyncapi.source.TextFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What commands share that make a document from another: where it goes, and in which format. */
abstract class Rewriting {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", converter = InputFile.class, description = "An AsyncAPI document.")
    private @Nullable Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "The file to write; standard output if there is none.")
    private @Nullable Path output;

    @Option(names = "--in-place", description = "Write into FILE itself.")
    private boolean inPlace;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "yaml or json; as the name of OUT, or else of FILE, says.")
    private @Nullable String format;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    final void help(boolean asked) {
        // picocli prints the help; nothing is left to do.
    }

    /** Writes what was made; its exit status. */
    final int write(java.util.function.Function<Path, Rewritten> making) {
        Path input = file;
        if (input == null) {
            throw wrong("no FILE given");
        }
        Path target = target(input);
        TextFormat notation = notation(target == null ? input : target);
        Rewritten made = making.apply(input);
        String text = (target == null ? made.text(notation) : made.text(notation, target)).orElse(null);
        if (text == null) {
            complain(TextReport.plain().of(List.of(made.source())));
            return made.source().sources().isEmpty() ? Status.UNUSABLE : Status.DOES_NOT_HOLD;
        }
        made.losses()
                .forEach(loss ->
                        complain(loss.location() + ": " + loss.severity().name().toLowerCase(Locale.ROOT) + "["
                                + loss.code() + "]: " + loss.message() + System.lineSeparator()));
        put(text, target);
        return Status.HOLDS;
    }

    private @Nullable Path target(Path input) {
        if (inPlace && output != null) {
            throw wrong("either --in-place or --output, not both");
        }
        if (inPlace) {
            return input;
        }
        if (output != null && Files.exists(output) && sameFile(input, output)) {
            throw wrong("\"" + output + "\" is the document itself: --in-place writes over it");
        }
        return output;
    }

    private TextFormat notation(Path named) {
        if (format == null) {
            return TextFormat.of(named);
        }
        return switch (format) {
            case "yaml" -> TextFormat.YAML;
            case "json" -> TextFormat.JSON;
            default -> throw wrong("unknown format \"" + format + "\"; known are yaml, json");
        };
    }

    private void put(String text, @Nullable Path target) {
        if (target == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.writeString(target, text);
        } catch (IOException e) {
            throw new UnusableInput("\"" + target + "\" cannot be written", e);
        }
    }

    private void complain(String text) {
        spec.commandLine().getErr().print(text);
        spec.commandLine().getErr().flush();
    }

    private static boolean sameFile(Path a, Path b) {
        try {
            return Files.isSameFile(a, b);
        } catch (IOException e) {
            return false;
        }
    }

    final ParameterException wrong(String message) {
        CommandLine command = spec.commandLine();
        return new ParameterException(command, message);
    }
}
