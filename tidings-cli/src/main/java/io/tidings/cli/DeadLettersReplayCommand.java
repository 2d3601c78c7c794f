package io.tidings.cli;

import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.DeadLetterChannel.Answer;
import io.tidings.messaging.ParkedKey;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidings dead-letters replay}. */
@Command(
        name = "replay",
        description =
                "Has the letters of keys handled again, in their order. At the first one that fails, a key stays parked.")
final class DeadLettersReplayCommand extends Ordering {

    /** Some, or all. */
    private static final class Choice {

        @Parameters(paramLabel = "KEY", arity = "1..*", description = "Keys, as list shows them.")
        private List<String> keys = List.of();

        @Option(names = "--all", required = true, description = "All that are parked.")
        private boolean all;
    }

    @ArgGroup(multiplicity = "1")
    private Choice choice = new Choice();

    @Override
    List<ParkedKey> chosen(DeadLetterChannel channel) {
        return choice.all ? channel.parked() : ParkedKeys.named(channel, choice.keys);
    }

    @Override
    Answer order(DeadLetterChannel channel, ParkedKey key, Duration patience) throws InterruptedException {
        return channel.replay(key, patience);
    }
}
