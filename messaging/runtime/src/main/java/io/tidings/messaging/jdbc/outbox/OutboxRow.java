package io.tidings.messaging.jdbc.outbox;

import io.tidings.messaging.EncodedMessage;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An unsent message in the outbox. For relays.
 *
 * @param id grows, for one key, in the order of the transactions that wrote it
 * @param defect why the row can never be sent, whatever the broker says; null if nothing speaks against it
 */
public record OutboxRow(
        long id, EncodedMessage message, @Nullable String defect) {

    public OutboxRow(long id, EncodedMessage message) {
        this(id, message, null);
    }

    /** What keeps its order: messages of one key on one address; null if it has no key, and so no order. */
    public @Nullable Line line() {
        byte[] key = message.key();
        return key == null ? null : new Line(message.address(), ByteBuffer.wrap(key));
    }

    /** Those who wait behind one another. */
    public record Line(String address, ByteBuffer key) {}
}
