package io.tidings.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share: help, and where to print. */
abstract class Console {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    final void help(boolean asked) {
        // picocli prints the help; nothing is left to do.
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

    /** Whether what is printed goes to a terminal. */
    final boolean onTerminal() {
        return spec.root().userObject() instanceof Tidings tidings && tidings.terminal();
    }

    final CommandLine command() {
        return spec.commandLine();
    }
}
