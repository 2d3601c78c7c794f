package io.tidings.messaging.majors;

import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.serde.UuidV7;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Sends one message as two major versions say it, all or nothing, with one id: whoever reads both channels behind an idempotent
 * receiver applies it once. Generated publishers stand on it. As safe for use by several threads as its sink.
 */
public final class MajorsWriter {

    private static final UuidV7 IDS = new UuidV7(Clock.systemUTC());

    private final AtomicSink sink;
    private final Majors written;

    /**
     * A writer.
     *
     * @param written which versions are written
     */
    public MajorsWriter(AtomicSink sink, Majors written) {
        this.sink = sink;
        this.written = written;
    }

    /**
     * Sends a message that both versions have. Both are made before anything is sent.
     *
     * @param newer makes the newer version's, with the options that it is given
     * @param older the same for the older version; asked only where that one is written
     * @return the receipt of the newest that is written; both bear the same id
     * @throws PoisonMessageException if a version cannot say it, or it can never be sent; nothing was sent
     */
    public CompletionStage<Receipt> send(
            SendOptions options,
            Function<SendOptions, ? extends OutgoingMessage<?, ?>> newer,
            Function<SendOptions, ? extends OutgoingMessage<?, ?>> older) {
        if (written != Majors.BOTH) {
            return sink.send((written.older() ? older : newer).apply(options));
        }
        SendOptions identified =
                options.id() == null ? options.withId(IDS.next().toString()) : options;
        // The older one first: it is the one that may be impossible, and whose readers are there already.
        return sink.sendTogether(List.of(older.apply(identified), newer.apply(identified)))
                .thenApply(receipts -> receipts.get(receipts.size() - 1));
    }

    /**
     * Sends a message that the older version does not have.
     *
     * @param olderVersion what it is called, for people
     * @throws PoisonMessageException if the newer version is not written yet: nobody would be told, and nobody would know
     */
    public CompletionStage<Receipt> send(OutgoingMessage<?, ?> newer, String olderVersion) {
        if (!written.newer()) {
            throw new PoisonMessageException(
                    "Version " + olderVersion + " has no message '"
                            + newer.type().name() + "', and the newer one is not written yet: send it when both are",
                    null);
        }
        return sink.send(newer);
    }
}
