package io.tidings.messaging.serde;

import io.tidings.messaging.EncodedMessage.Header;
import org.jspecify.annotations.Nullable;

/**
 * Where messages of one schema bear its id.
 *
 * @param frame what stands before the payload, with the id in it
 * @param header goes with each message; null if the frame says enough
 */
record IdPlacement(
        PayloadFrame frame, int schemaId, @Nullable Header header) {

    /** For bytes that never leave. */
    static final IdPlacement NONE = new IdPlacement(PayloadFrame.NONE, 0, null);
}
