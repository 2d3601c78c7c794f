package io.tidings.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The {@code tidings} command. */
@Command(
        name = "tidings",
        description = "Validates AsyncAPI documents and checks that their versions keep what they promise.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ValidateCommand.class,
            CheckCommand.class,
            DiffCommand.class,
            CanReadCommand.class,
            RulesCommand.class,
            ExplainCommand.class
        },
        footer = {"", "Exit status: 0 holds, 1 does not hold, 2 usage or I/O error."})
public final class Tidings implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the command and ends the process with its exit status. */
    public static void main(String[] args) {
        // UTF-8 whatever the platform says: reports are read by programs too.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = run(args, out, err);
        out.flush();
        System.exit(status);
    }

    /** Runs the command. Returns the exit status: 0 holds, 1 does not hold, 2 usage or I/O error. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        CommandLine commands = new CommandLine(new Tidings())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(Tidings::usage)
                .setExecutionExceptionHandler(Tidings::failed);
        try {
            return commands.execute(args);
        } catch (StackOverflowError | OutOfMemoryError e) {
            err.println("tidings: the input is too large or too deeply nested (" + e + ")");
            return Status.UNUSABLE;
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    private static int usage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("tidings: " + e.getMessage());
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return Status.UNUSABLE;
    }

    private static int failed(Exception e, CommandLine command, ParseResult result) {
        // What users and machines do wrong has its own exceptions; what is left is a mistake of ours.
        String message = e instanceof UnusableInput ? e.getMessage() : "internal error, please report it: " + e;
        command.getErr().println("tidings: " + message);
        return Status.UNUSABLE;
    }
}
