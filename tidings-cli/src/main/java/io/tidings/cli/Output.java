package io.tidings.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share: help, the format, and where to print. */
abstract class Output {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.Converter.class,
            defaultValue = "text",
            description = "text (default) or json.")
    private Format format = Format.TEXT;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    final void help(boolean asked) {
        // picocli prints the help; nothing is left to do.
    }

    final boolean json() {
        return format == Format.JSON;
    }

    /** Prints as it is: reports end their own lines. */
    final void print(String report) {
        PrintWriter out = command().getOut();
        out.print(report);
        out.flush();
    }

    final void printError(String text) {
        PrintWriter err = command().getErr();
        err.print(text);
        err.flush();
    }

    final CommandLine command() {
        return spec.commandLine();
    }
}
