package io.tidings.messaging.serde;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.io.BinaryData;
import org.apache.avro.io.BinaryEncoder;

/**
 * Avro's binary encoding straight into an array that is reused: no stream between, and text without a copy of its own. Writes
 * what Avro's own encoders write. For one thread.
 */
final class ByteArrayEncoder extends BinaryEncoder {

    private static final int INITIAL = 1024;
    /** A larger buffer is given back, so that one large message does not hold memory for good in every thread. */
    private static final int RETAINED = 1 << 20;

    private static final int MAX_INT = 5;
    private static final int MAX_LONG = 10;

    private byte[] buffer = new byte[INITIAL];
    private int position;

    /** Starts a message, with room for its header. */
    ByteArrayEncoder begin() {
        position = WireFormat.HEADER;
        return this;
    }

    /** The whole message. */
    byte[] finish(int schemaId) {
        WireFormat.putHeader(buffer, schemaId);
        byte[] message = Arrays.copyOf(buffer, position);
        if (buffer.length > RETAINED) {
            buffer = new byte[INITIAL];
        }
        return message;
    }

    @Override
    public void writeBoolean(boolean value) {
        reserve(1);
        buffer[position++] = (byte) (value ? 1 : 0);
    }

    @Override
    public void writeInt(int value) {
        reserve(MAX_INT);
        position += BinaryData.encodeInt(value, buffer, position);
    }

    @Override
    public void writeLong(long value) {
        reserve(MAX_LONG);
        position += BinaryData.encodeLong(value, buffer, position);
    }

    @Override
    public void writeFloat(float value) {
        reserve(Float.BYTES);
        position += BinaryData.encodeFloat(value, buffer, position);
    }

    @Override
    public void writeDouble(double value) {
        reserve(Double.BYTES);
        position += BinaryData.encodeDouble(value, buffer, position);
    }

    @Override
    public void writeString(String text) {
        int length = text.length();
        reserve(MAX_INT + length);
        int start = position;
        int at = start + BinaryData.encodeInt(length, buffer, start);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                writeEncoded(text);
                return;
            }
            buffer[at++] = (byte) c;
        }
        position = at;
    }

    /** Beyond ASCII, the length in bytes is not known beforehand. */
    private void writeEncoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeInt(bytes.length);
        writeFixed(bytes, 0, bytes.length);
    }

    @Override
    public void writeFixed(byte[] bytes, int start, int length) {
        reserve(length);
        System.arraycopy(bytes, start, buffer, position, length);
        position += length;
    }

    @Override
    protected void writeZero() {
        reserve(1);
        buffer[position++] = 0;
    }

    @Override
    public int bytesBuffered() {
        return position;
    }

    @Override
    public void flush() {}

    private void reserve(int more) {
        int needed = Math.addExact(position, more);
        if (needed > buffer.length) {
            // Doubling must not overflow for the largest messages.
            int doubled = (int) Math.min(buffer.length * 2L, Integer.MAX_VALUE - 8);
            buffer = Arrays.copyOf(buffer, Math.max(needed, doubled));
        }
    }
}
