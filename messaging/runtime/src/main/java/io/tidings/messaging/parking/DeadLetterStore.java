package io.tidings.messaging.parking;

import io.tidings.messaging.EncodedMessage;
import java.util.function.Consumer;

/**
 * Where a group keeps what it could not handle: two channels that have the partitions of the one they belong to. Letters are kept
 * in order; of the marks that have one key the last one counts, and one without a value is gone. Safe for use by several threads.
 *
 * <p>What fails throws a {@link io.tidings.messaging.MessagingException}; then the letter or mark may be there or not.
 */
public interface DeadLetterStore {

    /** Looks at letters, one after the other. */
    @FunctionalInterface
    interface Reader {

        /** Takes one, and says whether to go on to the next. */
        boolean read(long position, EncodedMessage letter);
    }

    /**
     * Puts a letter there, and returns when it cannot be lost any more.
     *
     * @param partition that the message was read from
     * @return where it stands among the letters of that partition
     */
    long put(EncodedMessage letter, int partition);

    /** Puts a mark there, and returns when it cannot be lost any more. */
    void mark(EncodedMessage mark, int partition);

    /** Has all marks read that are there now, those of one key in order. */
    void marks(Consumer<EncodedMessage> reader);

    /** Has the letters of a partition read that are there now, from a position on. */
    void read(int partition, long from, Reader reader);
}
