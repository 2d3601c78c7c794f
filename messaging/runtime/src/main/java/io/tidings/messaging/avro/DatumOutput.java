package io.tidings.messaging.avro;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.UUID;
import org.apache.avro.AvroTypeException;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Avro's binary encoding into an array that grows and is used again: nothing is allocated but what {@link #toByteArray} gives.
 * Writes what Avro's own encoders and conversions of logical types write. For one thread at a time.
 *
 * @see <a href="https://avro.apache.org/docs/1.12.0/specification/#binary-encoding">Binary encoding</a>
 */
public final class DatumOutput {

    /** How many records of one chain of types may stand one within the other: what is written can be read. */
    static final int MAX_DEPTH = 1000;

    private static final int INITIAL = 1024;
    /** A larger buffer is given back, so that one large message does not hold memory for good in every thread. */
    private static final int RETAINED = 1 << 20;

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;
    private static final int MAX_INT = 5;
    private static final int MAX_LONG = 10;
    private static final VarHandle FLOATS =
            MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLES =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_ENDIAN_LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] buffer = new byte[INITIAL];
    private int position;
    private int depth;

    /** Starts anew; the first bytes, of unspecified content, are the caller's to fill. */
    public void reset(int headerBytes) {
        position = 0;
        depth = 0;
        // What was written before may have failed after the buffer had grown.
        trim();
        reserve(headerBytes);
        position = headerBytes;
    }

    /** How many bytes there are, the header's included. */
    public int size() {
        return position;
    }

    /** A copy of all bytes, the header's included. */
    public byte[] toByteArray() {
        byte[] bytes = Arrays.copyOf(buffer, position);
        trim();
        return bytes;
    }

    private void trim() {
        if (buffer.length > RETAINED) {
            buffer = new byte[INITIAL];
        }
    }

    /**
     * Says that a record begins whose type may contain itself.
     *
     * @throws TooDeepException if they are nested too deeply
     */
    public void enter() {
        if (++depth > MAX_DEPTH) {
            throw new TooDeepException("It is nested more than " + MAX_DEPTH + " records deep");
        }
    }

    /** Says that such a record ends. */
    public void leave() {
        depth--;
    }

    /** Writes a boolean. */
    public void writeBoolean(boolean value) {
        reserve(1);
        buffer[position++] = (byte) (value ? 1 : 0);
    }

    /** Writes an int. */
    public void writeInt(int value) {
        reserve(MAX_INT);
        int rest = (value << 1) ^ (value >> 31);
        byte[] to = buffer;
        int at = position;
        while ((rest & ~0x7F) != 0) {
            to[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        to[at++] = (byte) rest;
        position = at;
    }

    /** Writes a long. */
    public void writeLong(long value) {
        reserve(MAX_LONG);
        long rest = (value << 1) ^ (value >> 63);
        byte[] to = buffer;
        int at = position;
        while ((rest & ~0x7FL) != 0) {
            to[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        to[at++] = (byte) rest;
        position = at;
    }

    /** Writes a float. */
    public void writeFloat(float value) {
        reserve(Float.BYTES);
        // Avro keeps a NaN's bits, and so does this.
        FLOATS.set(buffer, position, value);
        position += Float.BYTES;
    }

    /** Writes a double. */
    public void writeDouble(double value) {
        reserve(Double.BYTES);
        DOUBLES.set(buffer, position, value);
        position += Double.BYTES;
    }

    /** Writes the index of a union's branch. */
    public void writeIndex(int branch) {
        writeInt(branch);
    }

    /** Writes an enum's symbol by its place. */
    @SuppressWarnings(
            "EnumOrdinal") // what travels is the ordinal of a generated enum: its symbols stand in the schema's order
    public void writeEnum(Enum<?> symbol) {
        writeInt(symbol.ordinal());
    }

    /** Writes text. Half of a surrogate pair becomes a question mark, as {@link String#getBytes} has it. */
    public void writeString(String text) {
        int length = text.length();
        reserve(MAX_INT + length);
        int start = position;
        writeInt(length);
        byte[] to = buffer;
        int at = position;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                position = start;
                writeBeyondAscii(text);
                return;
            }
            to[at++] = (byte) c;
        }
        position = at;
    }

    /** Writes text of any kind. */
    public void writeString(CharSequence text) {
        if (text instanceof Utf8 utf8) {
            writeBytes(utf8.getBytes(), 0, utf8.getByteLength());
        } else {
            writeString(text.toString());
        }
    }

    /** The length in bytes goes first, so that it is counted first. */
    private void writeBeyondAscii(String text) {
        int length = Text.utf8Length(text);
        writeInt(length);
        reserve(length);
        Text.toUtf8(text, buffer, position);
        position += length;
    }

    /** Writes bytes, from the buffer's position to its limit; the buffer stays as it is. */
    public void writeBytes(ByteBuffer value) {
        int length = value.remaining();
        if (value.hasArray()) {
            writeBytes(value.array(), value.arrayOffset() + value.position(), length);
        } else {
            writeInt(length);
            reserve(length);
            value.duplicate().get(buffer, position, length);
            position += length;
        }
    }

    private void writeBytes(byte[] bytes, int start, int length) {
        writeInt(length);
        write(bytes, start, length);
    }

    /** Writes bytes as they are, without a length. */
    public void write(byte[] bytes, int start, int length) {
        reserve(length);
        System.arraycopy(bytes, start, buffer, position, length);
        position += length;
    }

    /** Writes a fixed of this size. */
    public void writeFixed(GenericFixed value, int size) {
        write(value.bytes(), 0, size);
    }

    /**
     * Announces an array or a map.
     *
     * @return the number of items, for the caller to count down
     */
    public int beginItems(int count) {
        if (count > 0) {
            writeInt(count);
        }
        return count;
    }

    /**
     * Ends an array or a map.
     *
     * @param left how many of the announced items were not written
     * @throws ConcurrentModificationException if it is not zero: somebody changed the collection meanwhile
     */
    public void endItems(int left) {
        if (left != 0) {
            throw new ConcurrentModificationException("A collection changed while it was written");
        }
        reserve(1);
        buffer[position++] = 0;
    }

    /** Writes a {@code date}. */
    public void writeDate(LocalDate value) {
        writeInt((int) value.toEpochDay());
    }

    /** Writes a {@code time-millis}. */
    public void writeTimeMillis(LocalTime value) {
        writeInt((int) (value.toNanoOfDay() / 1_000_000));
    }

    /** Writes a {@code time-micros}. */
    public void writeTimeMicros(LocalTime value) {
        writeLong(value.toNanoOfDay() / 1_000);
    }

    /** Writes a {@code timestamp-millis}. */
    public void writeTimestampMillis(Instant value) {
        writeLong(value.toEpochMilli());
    }

    /** Writes a {@code timestamp-micros}. */
    public void writeTimestampMicros(Instant value) {
        writeLong(Epoch.micros(value.getEpochSecond(), value.getNano()));
    }

    /** Writes a {@code timestamp-nanos}. */
    public void writeTimestampNanos(Instant value) {
        writeLong(Epoch.nanos(value.getEpochSecond(), value.getNano()));
    }

    /** Writes a {@code local-timestamp-millis}. */
    public void writeLocalTimestampMillis(LocalDateTime value) {
        writeTimestampMillis(value.toInstant(ZoneOffset.UTC));
    }

    /** Writes a {@code local-timestamp-micros}. */
    public void writeLocalTimestampMicros(LocalDateTime value) {
        writeTimestampMicros(value.toInstant(ZoneOffset.UTC));
    }

    /** Writes a {@code local-timestamp-nanos}. */
    public void writeLocalTimestampNanos(LocalDateTime value) {
        writeTimestampNanos(value.toInstant(ZoneOffset.UTC));
    }

    /** Writes a {@code uuid} that travels as text. */
    public void writeUuid(UUID value) {
        reserve(1 + Uuids.TEXT);
        buffer[position++] = Uuids.TEXT << 1;
        Uuids.format(value, buffer, position);
        position += Uuids.TEXT;
    }

    /** Writes a {@code uuid} that travels as 16 bytes. */
    public void writeUuidFixed(UUID value) {
        reserve(2 * Long.BYTES);
        BIG_ENDIAN_LONGS.set(buffer, position, value.getMostSignificantBits());
        BIG_ENDIAN_LONGS.set(buffer, position + Long.BYTES, value.getLeastSignificantBits());
        position += 2 * Long.BYTES;
    }

    /** Writes a {@code decimal} that travels as bytes. */
    public void writeDecimal(BigDecimal value, int precision, int scale) {
        BigDecimal scaled = Decimals.fit(value, precision, scale);
        if (precision > Decimals.DIGITS_OF_LONG) {
            byte[] bytes = scaled.unscaledValue().toByteArray();
            writeBytes(bytes, 0, bytes.length);
            return;
        }
        long unscaled = Decimals.unscaled(scaled);
        int length = Decimals.length(unscaled);
        reserve(1 + Long.BYTES);
        buffer[position++] = (byte) (length << 1);
        for (int shift = (length - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[position++] = (byte) (unscaled >> shift);
        }
    }

    /** Writes a {@code decimal} that travels as a fixed of this size. */
    public void writeDecimalFixed(BigDecimal value, int size, int precision, int scale) {
        byte[] bytes = Decimals.fit(value, precision, scale).unscaledValue().toByteArray();
        int fill = size - bytes.length;
        if (fill < 0) {
            throw new AvroTypeException("The decimal " + value + " takes more than " + size + " bytes");
        }
        reserve(size);
        Arrays.fill(buffer, position, position + fill, (byte) (value.signum() < 0 ? -1 : 0));
        System.arraycopy(bytes, 0, buffer, position + fill, bytes.length);
        position += size;
    }

    /** What generated code throws where a union has no branch for a value. */
    public static AvroTypeException noBranch(@Nullable Object value) {
        return new AvroTypeException("No branch of the union takes a "
                + (value == null ? "null" : value.getClass().getName()));
    }

    private void reserve(int more) {
        if (more > buffer.length - position) {
            grow(more);
        }
    }

    private void grow(int more) {
        int needed = Math.addExact(position, more);
        // Doubling must not overflow for the largest messages.
        int doubled = (int) Math.min(buffer.length * 2L, LARGEST_ARRAY);
        buffer = Arrays.copyOf(buffer, Math.max(needed, doubled));
    }
}
