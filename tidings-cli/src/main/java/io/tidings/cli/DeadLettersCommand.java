package io.tidings.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code tidings dead-letters}. */
@Command(
        name = "dead-letters",
        description = "Shows what a consumer group could not handle, and has it replayed or dropped.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DeadLettersListCommand.class,
            DeadLettersShowCommand.class,
            DeadLettersReplayCommand.class,
            DeadLettersDropCommand.class
        },
        footer = {
            "",
            "A KEY is written as list shows it: as text, as hex:00ff where it is none, and as @PARTITION-OFFSET for a"
                    + " message without a key.",
            "What is ordered is done by the service itself, in the order of the key; if none runs, by the next one."
        })
final class DeadLettersCommand extends Console implements Runnable {

    @Override
    public void run() {
        throw new ParameterException(command(), "no command given");
    }
}
