package io.tidings.messaging;

import java.time.Duration;

/**
 * How much a batch may hold.
 *
 * @param messages no more than so many
 * @param bytes of keys and values as they travel; one message that is larger comes alone
 * @param linger how long a message may wait for others. None by default: while one batch is handled, the next one gathers
 */
public record BatchLimits(int messages, long bytes, Duration linger) {

    /** 500 messages, 4 MiB, no waiting. */
    public static final BatchLimits DEFAULT = new BatchLimits(500, 4L << 20, Duration.ZERO);

    public BatchLimits {
        if (messages < 1 || bytes < 1 || linger.isNegative()) {
            throw new IllegalArgumentException("Not limits of a batch: " + messages + " messages, " + bytes
                    + " bytes, waiting for " + linger + ". Allow at least one message of one byte");
        }
    }

    /** Up to so many messages. */
    public static BatchLimits of(int messages) {
        return new BatchLimits(messages, DEFAULT.bytes, Duration.ZERO);
    }

    /** The same, with a message waiting up to so long for others: fewer commits where little comes. */
    public BatchLimits lingering(Duration longest) {
        return new BatchLimits(messages, bytes, longest);
    }
}
