package io.tidings.cli;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code tidings} command. */
@Command(
        name = "tidings",
        description = "Validates AsyncAPI documents and checks that their versions keep what they promise.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ValidateCommand.class,
            BundleCommand.class,
            ConvertCommand.class,
            CheckCommand.class,
            DiffCommand.class,
            ImpactCommand.class,
            SystemCommand.class,
            CanReadCommand.class,
            DocsCommand.class,
            RegisterCommand.class,
            DownloadCommand.class,
            DeadLettersCommand.class,
            RelayCommand.class,
            RulesCommand.class,
            ExplainCommand.class
        },
        footer = {"", "Exit status: 0 holds, 1 does not hold, 2 usage or I/O error."})
public final class Tidings implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final boolean terminal;

    private Tidings(boolean terminal) {
        this.terminal = terminal;
    }

    /** Runs the command and ends the process with its exit status. */
    public static void main(String[] args) {
        // UTF-8 whatever the platform says: reports are read by programs too.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = run(new Tidings(Colour.onTerminal()), args, out, err);
        out.flush();
        System.exit(status);
    }

    /** Runs the command. Returns the exit status: 0 holds, 1 does not hold, 2 usage or I/O error. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(new Tidings(false), args, out, err);
    }

    private static int run(Tidings tidings, String[] args, PrintStream out, PrintStream err) {
        CommandLine commands = new CommandLine(tidings)
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

    /** All commands, to be parsed and not run. */
    static CommandLine commands() {
        return new CommandLine(new Tidings(false));
    }

    /** Whether what is printed goes to a terminal. */
    boolean terminal() {
        return terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    private static int usage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("tidings: " + e.getMessage() + meant(e));
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return Status.UNUSABLE;
    }

    /** What was probably meant by an option or a command that is not there. */
    private static String meant(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return "";
        }
        String written = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
        CommandLine command = e.getCommandLine();
        Set<String> known = written.startsWith("-")
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet();
        return DidYouMean.among(written, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
    }

    private static int failed(Exception e, CommandLine command, ParseResult result) {
        // What users and machines do wrong has its own exceptions; what is left is a mistake of ours.
        String message = e instanceof UnusableInput ? e.getMessage() : "internal error, please report it: " + e;
        command.getErr().println("tidings: " + message);
        return Status.UNUSABLE;
    }
}
