package io.tidings.messaging;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key that is parked: a message of it cannot be handled, and those that came later wait behind it in the dead letter channel,
 * so that their order holds. A message without a key is parked by itself: nothing waits behind it.
 *
 * @param partition of the channel that it was read from
 * @param key its bytes; null for a message without a key
 * @param offset where the message was read that cannot be handled
 * @param letter where the first letter that waits stands in its partition of the dead letter channel
 * @param attempts how often that message was tried, 1 or more
 * @param since when the key was parked
 * @param reason what went wrong, for people
 * @param exception the class of what was thrown
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode below look into it
public record ParkedKey(
        int partition,
        byte @Nullable [] key,
        long offset,
        long letter,
        int attempts,
        Instant since,
        String reason,
        String exception) {

    // Not the compact form, as in EncodedMessage.
    public ParkedKey(
            int partition,
            byte @Nullable [] key,
            long offset,
            long letter,
            int attempts,
            Instant since,
            String reason,
            String exception) {
        this.partition = partition;
        this.key = key;
        this.offset = offset;
        this.letter = letter;
        this.attempts = attempts;
        this.since = since;
        this.reason = reason;
        this.exception = exception;
    }

    /** The same parking, for another message: since the same time, with the same key. */
    public ParkedKey nowFor(long newOffset, long newLetter, int tried, String why, String thrown) {
        return new ParkedKey(partition, key, newOffset, newLetter, tried, since, why, thrown);
    }

    /** Whether a letter waits because of this: it has the key, or is the message itself. */
    public boolean holds(DeadLetter letter) {
        if (letter.origin().partition() != partition) {
            return false;
        }
        return key == null
                ? letter.origin().offset() == offset
                : Arrays.equals(key, letter.message().key());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ParkedKey that
                && partition == that.partition
                && Arrays.equals(key, that.key)
                && offset == that.offset
                && letter == that.letter
                && attempts == that.attempts
                && since.equals(that.since)
                && reason.equals(that.reason)
                && exception.equals(that.exception);
    }

    @Override
    public int hashCode() {
        return Objects.hash(partition, Arrays.hashCode(key), offset, letter);
    }
}
