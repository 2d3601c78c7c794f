package io.tidings.messaging.serde;

import io.tidings.messaging.PoisonMessageException;

/** What stands before a payload. */
enum PayloadFrame {

    /** Nothing: the schema's id is elsewhere. */
    NONE(0) {
        @Override
        void put(byte[] message, int schemaId) {}

        @Override
        int schemaId(byte[] message) {
            throw new IllegalStateException("there is no frame");
        }
    },

    /** Confluent's: {@link WireFormat}. */
    CONFLUENT(WireFormat.HEADER) {
        @Override
        void put(byte[] message, int schemaId) {
            WireFormat.putHeader(message, schemaId);
        }

        @Override
        int schemaId(byte[] message) {
            return WireFormat.schemaId(message);
        }
    },

    /** The same with an id of eight bytes, as serializers of Apicurio Registry 2 wrote it. */
    WIDE(WireFormat.HEADER + Integer.BYTES) {
        @Override
        void put(byte[] message, int schemaId) {
            WireFormat.putHeader(message, 0);
            for (int i = 0; i < Integer.BYTES; i++) {
                message[WireFormat.HEADER + i] = (byte) (schemaId >>> (Byte.SIZE * (Integer.BYTES - 1 - i)));
            }
        }

        @Override
        int schemaId(byte[] message) {
            if (message.length < length()) {
                throw new PoisonMessageException(
                        "A message of " + message.length + " bytes is too short for a schema id of eight bytes", null);
            }
            if (WireFormat.schemaId(message) != 0) {
                throw new PoisonMessageException("The schema id of eight bytes is larger than any registry's", null);
            }
            int id = 0;
            for (int i = WireFormat.HEADER; i < length(); i++) {
                id = (id << Byte.SIZE) | (message[i] & 0xFF);
            }
            return id;
        }
    };

    private final int length;

    PayloadFrame(int length) {
        this.length = length;
    }

    /** In bytes. */
    int length() {
        return length;
    }

    abstract void put(byte[] message, int schemaId);

    /**
     * The id of the schema that the message was written with.
     *
     * @throws PoisonMessageException if this is not such a frame
     */
    abstract int schemaId(byte[] message);
}
