package io.tidings.cli;

import io.tidings.asyncapi.report.Format;
import io.tidings.asyncapi.report.Report;
import io.tidings.asyncapi.report.TextReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** A command that makes a report, in as many formats as are asked for at once. */
abstract class Reporting extends Console {

    @Option(
            names = "--format",
            paramLabel = "FORMAT[=FILE]",
            converter = FormatChoice.Converter.class,
            description = "text (default), json, sarif, junit, markdown, github or html; to a file where one is named."
                    + " Repeat it for several.")
    private List<FormatChoice> formats = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            converter = InputFile.class,
            description = "Write to a file what would go to standard output.")
    private @Nullable Path output;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            converter = Colour.Converter.class,
            defaultValue = "auto",
            description = "Colours in text: auto (default: on a terminal), always or never.")
    private Colour colour = Colour.AUTO;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print only what fails; as text, nothing where all holds.")
    private boolean quiet;

    final boolean quiet() {
        return quiet;
    }

    /** Prints the report, or writes it to files. */
    final void publish(Report whole) {
        Report report = quiet ? whole.onlyFailures() : whole;
        for (FormatChoice choice : choices()) {
            boolean silent = quiet && choice.format() == Format.TEXT && report.passed();
            Path file = choice.file();
            if (file != null) {
                writeFile(file, silent ? "" : choice.format().print(report));
            } else if (!silent) {
                boolean coloured = choice.format() == Format.TEXT && colour.wanted(System.getenv(), onTerminal());
                print(
                        coloured
                                ? TextReport.coloured().of(report)
                                : choice.format().print(report));
            }
        }
    }

    /** Fails before anything is judged if the formats asked for cannot all be written, or would overwrite an input. */
    final void checkOutputs(List<Path> inputs) {
        Set<Path> taken = new HashSet<>();
        inputs.forEach(input -> taken.add(input.toAbsolutePath().normalize()));
        for (FormatChoice choice : choices()) {
            Path file = choice.file();
            if (file != null && !taken.add(file.toAbsolutePath().normalize())) {
                throw new ParameterException(command(), "a report would overwrite " + file);
            }
        }
    }

    private List<FormatChoice> choices() {
        List<FormatChoice> choices =
                new ArrayList<>(formats.isEmpty() ? List.of(new FormatChoice(Format.TEXT, null)) : formats);
        if (choices.stream().filter(choice -> choice.file() == null).count() > 1) {
            throw new ParameterException(
                    command(), "only one format can go to standard output: write --format FORMAT=FILE");
        }
        if (output != null && choices.stream().allMatch(choice -> choice.file() != null)) {
            throw new ParameterException(
                    command(), "nothing is left to write to " + output + ": every format has a file");
        }
        choices.replaceAll(choice -> choice.file() == null ? new FormatChoice(choice.format(), output) : choice);
        return choices;
    }

    /** Writes a file, its folder too. */
    static void writeFile(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            String reason =
                    e instanceof FileSystemException known && known.getReason() != null ? ": " + known.getReason() : "";
            throw new UnusableInput(file + " cannot be written" + reason, e);
        }
    }
}
