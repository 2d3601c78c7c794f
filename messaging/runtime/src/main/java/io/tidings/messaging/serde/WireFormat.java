package io.tidings.messaging.serde;

import io.tidings.messaging.PoisonMessageException;

/**
 * Confluent's framing of a message: a zero byte, the schema id in four bytes, big-endian, then the payload.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/fundamentals/serdes-develop/index.html#wire-format">
 *     Wire format</a>
 */
final class WireFormat {

    static final int HEADER = 5;
    private static final byte MAGIC = 0;

    private WireFormat() {}

    static void putHeader(byte[] message, int schemaId) {
        message[0] = MAGIC;
        message[1] = (byte) (schemaId >>> 24);
        message[2] = (byte) (schemaId >>> 16);
        message[3] = (byte) (schemaId >>> 8);
        message[4] = (byte) schemaId;
    }

    /**
     * The id of the schema that the message was written with.
     *
     * @throws PoisonMessageException if this is not the wire format
     */
    static int schemaId(byte[] message) {
        if (message.length < HEADER) {
            throw new PoisonMessageException(
                    "A message of " + message.length + " bytes is too short for a schema id", null);
        }
        if (message[0] != MAGIC) {
            throw new PoisonMessageException(
                    "The message begins with the byte " + message[0] + " where Confluent's wire format has 0", null);
        }
        return (message[1] & 0xFF) << 24 | (message[2] & 0xFF) << 16 | (message[3] & 0xFF) << 8 | (message[4] & 0xFF);
    }
}
