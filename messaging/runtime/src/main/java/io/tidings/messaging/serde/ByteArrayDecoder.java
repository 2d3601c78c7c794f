package io.tidings.messaging.serde;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Avro's binary decoding straight from an array. It allocates nothing that the message has no bytes for, and it bounds what
 * takes no bytes at all: a few bytes can announce millions of {@code null} items, to be read or to be skipped. For one thread.
 *
 * @see <a href="https://avro.apache.org/docs/1.12.0/specification/#binary-encoding">Binary encoding</a>
 */
final class ByteArrayDecoder extends Decoder {

    /** Items of arrays and maps that a message may hold beyond one for each of its bytes. */
    private static final int ITEMS_WITHOUT_BYTES = 1 << 16;

    private static final int MAX_SHIFT = 63;

    private final byte[] bytes;
    private final int end;
    private int position;
    private long itemsLeft;

    ByteArrayDecoder(byte[] bytes, int start) {
        this.bytes = bytes;
        this.position = start;
        this.end = bytes.length;
        this.itemsLeft = (long) bytes.length + ITEMS_WITHOUT_BYTES;
    }

    @Override
    public int remainingBytes() {
        return end - position;
    }

    @Override
    public void readNull() {}

    @Override
    public boolean readBoolean() throws IOException {
        return bytes[take(1)] == 1;
    }

    @Override
    public int readInt() throws IOException {
        long value = readLong();
        if ((int) value != value) {
            throw new AvroRuntimeException("The number " + value + " is not an int");
        }
        return (int) value;
    }

    @Override
    public long readLong() throws IOException {
        long value = 0;
        for (int shift = 0; shift <= MAX_SHIFT; shift += 7) {
            byte next = bytes[take(1)];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new AvroRuntimeException("A number has more than ten bytes");
    }

    @Override
    public float readFloat() throws IOException {
        return Float.intBitsToFloat(littleEndian(take(Float.BYTES)));
    }

    @Override
    public double readDouble() throws IOException {
        int at = take(Double.BYTES);
        return Double.longBitsToDouble(
                (littleEndian(at) & 0xFFFF_FFFFL) | (long) littleEndian(at + Float.BYTES) << Integer.SIZE);
    }

    private int littleEndian(int at) {
        return (bytes[at] & 0xFF)
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }

    @Override
    public String readString() throws IOException {
        int length = length();
        return new String(bytes, take(length), length, StandardCharsets.UTF_8);
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) throws IOException {
        return new Utf8(copy(length()));
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
        return ByteBuffer.wrap(copy(length()));
    }

    private byte[] copy(int length) throws IOException {
        int at = take(length);
        return Arrays.copyOfRange(bytes, at, at + length);
    }

    @Override
    public void skipString() throws IOException {
        take(length());
    }

    @Override
    public void skipBytes() throws IOException {
        take(length());
    }

    @Override
    public void readFixed(byte[] target, int start, int length) throws IOException {
        System.arraycopy(bytes, take(length), target, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        take(length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return items();
    }

    @Override
    public long arrayNext() throws IOException {
        return items();
    }

    @Override
    public long readMapStart() throws IOException {
        return items();
    }

    @Override
    public long mapNext() throws IOException {
        return items();
    }

    @Override
    public long skipArray() throws IOException {
        return skipItems();
    }

    @Override
    public long skipMap() throws IOException {
        return skipItems();
    }

    /** The items of the next block; a negative count is followed by the block's size in bytes, which reading does not need. */
    private long items() throws IOException {
        long count = readLong();
        if (count < 0) {
            readLong();
            count = -count;
        }
        return counted(count);
    }

    /** Skips blocks that tell their size, up to one that does not: its items are returned, to be skipped one by one. */
    private long skipItems() throws IOException {
        long count = readLong();
        while (count < 0) {
            take(checked(readLong()));
            count = readLong();
        }
        return counted(count);
    }

    private long counted(long count) {
        // Still negative is Long.MIN_VALUE.
        if (count < 0 || count > itemsLeft) {
            throw new AvroRuntimeException(
                    "An array or map announces more items than a message of " + end + " bytes may hold");
        }
        itemsLeft -= count;
        return count;
    }

    private int length() throws IOException {
        return checked(readLong());
    }

    private int checked(long length) throws EOFException {
        if (length < 0) {
            throw new AvroRuntimeException("A length is negative: " + length);
        }
        if (length > end - position) {
            throw endsEarly(length);
        }
        return (int) length;
    }

    /** Moves on and returns where that began. */
    private int take(int length) throws EOFException {
        int at = position;
        if (length > end - at) {
            throw endsEarly(length);
        }
        position = at + length;
        return at;
    }

    private EOFException endsEarly(long needed) {
        return new EOFException(
                "The message ends early: " + needed + " bytes are needed, " + (end - position) + " are left");
    }
}
