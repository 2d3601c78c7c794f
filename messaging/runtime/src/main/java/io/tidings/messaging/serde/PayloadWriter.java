package io.tidings.messaging.serde;

/** Writes payloads of one schema as framed messages. Safe for use by several threads. */
@FunctionalInterface
interface PayloadWriter {

    /**
     * Writes a message.
     *
     * @throws io.tidings.messaging.PoisonMessageException if the payload does not fit the schema
     */
    byte[] write(Object payload);
}
