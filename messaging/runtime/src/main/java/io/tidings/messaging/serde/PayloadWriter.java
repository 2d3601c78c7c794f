package io.tidings.messaging.serde;

import io.tidings.messaging.EncodedMessage.Header;
import org.jspecify.annotations.Nullable;

/** Writes payloads of one schema as framed messages. Safe for use by several threads. */
interface PayloadWriter {

    /**
     * Writes a message.
     *
     * @throws io.tidings.messaging.PoisonMessageException if the payload does not fit the schema
     */
    byte[] write(Object payload);

    /** The schema's id, where it does not stand before the payload; nobody may change its bytes. */
    @Nullable Header idHeader();
}
