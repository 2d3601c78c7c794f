package io.tidings.messaging.delivery;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Received;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One message of several that are tried together, and what came of it. Used by one thread. */
public final class BatchItem {

    private static final Object NO_KEY = "messages without a key";

    private final EncodedMessage message;
    private final Received.Origin origin;
    private final Attempts attempts;
    private final @Nullable Object line;
    private @Nullable Outcome outcome;

    private BatchItem(EncodedMessage message, Received.Origin origin, Attempts attempts, @Nullable Object line) {
        this.message = message;
        this.origin = origin;
        this.attempts = attempts;
        this.line = line;
    }

    /** A message that comes after those of its key that stand before it; those without a key count as of one. */
    public static BatchItem inOrder(EncodedMessage message, Received.Origin origin, Attempts attempts) {
        byte[] key = message.key();
        return new BatchItem(message, origin, attempts, key == null ? NO_KEY : ByteBuffer.wrap(key));
    }

    /** A message that has no order with others. */
    public static BatchItem unordered(EncodedMessage message, Received.Origin origin) {
        return new BatchItem(message, origin, new Attempts() {}, null);
    }

    public EncodedMessage message() {
        return message;
    }

    public Received.Origin origin() {
        return origin;
    }

    public Attempts attempts() {
        return attempts;
    }

    /** What it must keep its place in; null for nothing. */
    public @Nullable Object line() {
        return line;
    }

    /** Null: it was not tried, since one before it was not done. It is as it was. */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    public void outcome(Outcome known) {
        outcome = known;
    }

    /** Key and value, in bytes. */
    long size() {
        return length(message.key()) + length(message.value());
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
