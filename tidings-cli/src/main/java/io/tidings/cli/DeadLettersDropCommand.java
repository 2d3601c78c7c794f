package io.tidings.cli;

import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.DeadLetterChannel.Answer;
import io.tidings.messaging.ParkedKey;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidings dead-letters drop}. */
@Command(name = "drop", description = "Gives up the first letter of keys; those behind it keep waiting, for a replay.")
final class DeadLettersDropCommand extends Ordering {

    @Parameters(paramLabel = "KEY", arity = "1..*", description = "Keys, as list shows them.")
    private List<String> keys = List.of();

    @Option(names = "--all-letters", description = "Give up all letters of the keys, and release them.")
    private boolean allLetters;

    @Override
    List<ParkedKey> chosen(DeadLetterChannel channel) {
        return ParkedKeys.named(channel, keys);
    }

    @Override
    Answer order(DeadLetterChannel channel, ParkedKey key, Duration patience) throws InterruptedException {
        return allLetters ? channel.dropAll(key, patience) : channel.dropFirst(key, patience);
    }

    /** One letter less is all that was asked for. */
    @Override
    boolean asOrdered(ParkedKey key, Answer answer) {
        boolean oneLess =
                answer instanceof Answer.StillParked still && still.key().offset() > key.offset();
        return answer instanceof Answer.Released || (!allLetters && oneLess);
    }
}
