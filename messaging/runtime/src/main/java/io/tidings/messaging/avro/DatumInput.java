package io.tidings.messaging.avro;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.UUID;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary encoding straight from an array. It allocates nothing that the input has no bytes for, and it bounds what takes
 * no bytes at all: a few bytes can announce millions of {@code null} items. Each method fails with a {@link
 * MalformedDatumException}, and with nothing else, whatever the bytes are. For one thread.
 *
 * @see <a href="https://avro.apache.org/docs/1.12.0/specification/#binary-encoding">Binary encoding</a>
 */
public final class DatumInput {

    /** Items of arrays and maps that an input may hold beyond one for each of its bytes. */
    private static final int ITEMS_WITHOUT_BYTES = 1 << 16;

    private static final int LAST_SHIFT_OF_INT = 28;
    private static final int LAST_SHIFT_OF_LONG = 63;
    private static final char REPLACEMENT = '\uFFFD';
    private static final VarHandle FLOATS =
            MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLES =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_ENDIAN_LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private final boolean strict;
    private int position;
    private int depth;
    private long itemsLeft;

    /** Reads from here to the array's end; malformed UTF-8 is read as Avro reads it. */
    public DatumInput(byte[] bytes, int start) {
        this(bytes, start, false);
    }

    /**
     * Reads from here to the array's end.
     *
     * @param strict whether text that is not UTF-8 is refused, rather than read with replacement characters
     */
    public DatumInput(byte[] bytes, int start, boolean strict) {
        this.bytes = bytes;
        this.position = start;
        this.end = bytes.length;
        this.strict = strict;
        this.itemsLeft = (long) bytes.length - start + ITEMS_WITHOUT_BYTES;
    }

    /** How many bytes have not been read. */
    public int remaining() {
        return end - position;
    }

    /** Says that a record begins whose type may contain itself. */
    public void enter() {
        if (++depth > DatumOutput.MAX_DEPTH) {
            throw malformed("records are nested more than " + DatumOutput.MAX_DEPTH + " deep");
        }
    }

    /** Says that such a record ends. */
    public void leave() {
        depth--;
    }

    /** Reads a boolean; as in Avro, what is not 1 is false. */
    public boolean readBoolean() {
        return bytes[take(1)] == 1;
    }

    /** Reads an int. */
    public int readInt() {
        int at = position;
        if (at < end) {
            int first = bytes[at];
            if (first >= 0) {
                position = at + 1;
                return first >>> 1 ^ -(first & 1);
            }
        }
        return readLongerInt();
    }

    private int readLongerInt() {
        int value = 0;
        for (int shift = 0; shift <= LAST_SHIFT_OF_INT; shift += 7) {
            byte next = bytes[take(1)];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                if (shift == LAST_SHIFT_OF_INT && next > 0xF) {
                    throw malformed("a number is not an int");
                }
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw malformed("an int has more than five bytes");
    }

    /** Reads a long. */
    public long readLong() {
        int at = position;
        if (at < end) {
            long first = bytes[at];
            if (first >= 0) {
                position = at + 1;
                return first >>> 1 ^ -(first & 1);
            }
        }
        return readLongerLong();
    }

    private long readLongerLong() {
        long value = 0;
        for (int shift = 0; shift <= LAST_SHIFT_OF_LONG; shift += 7) {
            byte next = bytes[take(1)];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                if (shift == LAST_SHIFT_OF_LONG && next > 1) {
                    throw malformed("a number is not a long");
                }
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw malformed("a long has more than ten bytes");
    }

    /** Reads a float. */
    public float readFloat() {
        return (float) FLOATS.get(bytes, take(Float.BYTES));
    }

    /** Reads a double. */
    public double readDouble() {
        return (double) DOUBLES.get(bytes, take(Double.BYTES));
    }

    /** Reads which of a union's branches follows. */
    public int readIndex(int branches) {
        int index = readInt();
        if (index < 0 || index >= branches) {
            throw malformed("a union of " + branches + " branches has no branch " + index);
        }
        return index;
    }

    /** Reads an enum's symbol: one of these, in the order of the schema. */
    public <E> E readEnum(E[] symbols) {
        int place = readInt();
        if (place < 0 || place >= symbols.length) {
            throw malformed("an enum of " + symbols.length + " symbols has no symbol " + place);
        }
        return symbols[place];
    }

    /** Reads text. */
    public String readString() {
        int length = readLength();
        if (length == 0) {
            return "";
        }
        int at = position;
        position = at + length;
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        if (strict) {
            requireUtf8(text, at, length);
        }
        return text;
    }

    /** Reads text as Avro's own class, which keeps the bytes. */
    public Utf8 readUtf8() {
        int length = readLength();
        int at = take(length);
        if (strict) {
            requireUtf8(new String(bytes, at, length, StandardCharsets.UTF_8), at, length);
        }
        return new Utf8(Arrays.copyOfRange(bytes, at, at + length));
    }

    /** A replacement character may have been written as such, so that only writing it again tells. */
    private void requireUtf8(String text, int at, int length) {
        if (text.indexOf(REPLACEMENT) >= 0
                && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, at, at + length))) {
            throw malformed("text is not UTF-8");
        }
    }

    /** Reads bytes. */
    public ByteBuffer readBytes() {
        return ByteBuffer.wrap(readFixed(readLength()));
    }

    /** Reads so many bytes. */
    public byte[] readFixed(int size) {
        int at = take(size);
        return Arrays.copyOfRange(bytes, at, at + size);
    }

    /** Reads so many bytes into an array. */
    public void read(byte[] target, int start, int length) {
        System.arraycopy(bytes, take(length), target, start, length);
    }

    /** Leaves out so many bytes. */
    public void skip(int length) {
        take(length);
    }

    /** Reads the length of what follows, which is there. */
    public int readLength() {
        long length = readLong();
        if (length < 0) {
            throw malformed("a length is negative: " + length);
        }
        if (length > end - position) {
            throw endsEarly(length);
        }
        return (int) length;
    }

    /** Begins the next block of an array or a map whose items are small, or pay for their memory with bytes. */
    public int readBlock(int leastBytes) {
        return readBlock(leastBytes, 1);
    }

    /**
     * Begins the next block of an array or a map.
     *
     * @param leastBytes how many bytes each item takes at least
     * @param leastMemory how much memory each item takes at least, in units of 64 bytes: it counts as so many
     * @return how many items it has; 0 after the last block
     */
    public int readBlock(int leastBytes, int leastMemory) {
        long count = readLong();
        if (count < 0) {
            readLength();
            count = -count;
        }
        return take(count, leastBytes, leastMemory);
    }

    /**
     * Leaves out the blocks of an array or a map that tell their size, up to one that does not.
     *
     * @return the items of that block, to be left out one by one; 0 if there is none
     */
    public int skipBlocks() {
        long count = readLong();
        while (count < 0) {
            take(readLength());
            count = readLong();
        }
        return take(count, 0, 1);
    }

    private int take(long count, int leastBytes, int leastMemory) {
        // Still negative is Long.MIN_VALUE.
        if (count < 0 || count > itemsLeft / leastMemory || (leastBytes > 0 && count > (end - position) / leastBytes)) {
            throw malformed("an array or map announces more items than " + (end - position) + " bytes may hold");
        }
        itemsLeft -= count * leastMemory;
        return (int) count;
    }

    /** The capacity of a hash map that need not grow for so many entries. */
    public static int capacity(int entries) {
        return (int) Math.min(entries * 4L / 3 + 1, Integer.MAX_VALUE);
    }

    /** Reads a {@code date}. */
    public LocalDate readDate() {
        return LocalDate.ofEpochDay(readInt());
    }

    /** Reads a {@code time-millis}. */
    public LocalTime readTimeMillis() {
        return time(readInt(), Epoch.NANOS / Epoch.MILLIS);
    }

    /** Reads a {@code time-micros}. */
    public LocalTime readTimeMicros() {
        return time(readLong(), Epoch.NANOS / Epoch.MICROS);
    }

    private LocalTime time(long value, long nanos) {
        try {
            return LocalTime.ofNanoOfDay(Math.multiplyExact(value, nanos));
        } catch (DateTimeException | ArithmeticException e) {
            throw malformed("a time of day is out of range: " + value, e);
        }
    }

    /** Reads a {@code timestamp-millis}. */
    public Instant readTimestampMillis() {
        return Instant.ofEpochMilli(readLong());
    }

    /** Reads a {@code timestamp-micros}. */
    public Instant readTimestampMicros() {
        return Epoch.instant(readLong(), Epoch.MICROS);
    }

    /** Reads a {@code timestamp-nanos}. */
    public Instant readTimestampNanos() {
        return Epoch.instant(readLong(), Epoch.NANOS);
    }

    /** Reads a {@code local-timestamp-millis}. */
    public LocalDateTime readLocalTimestampMillis() {
        return Epoch.local(readLong(), Epoch.MILLIS);
    }

    /** Reads a {@code local-timestamp-micros}. */
    public LocalDateTime readLocalTimestampMicros() {
        return Epoch.local(readLong(), Epoch.MICROS);
    }

    /** Reads a {@code local-timestamp-nanos}. */
    public LocalDateTime readLocalTimestampNanos() {
        return Epoch.local(readLong(), Epoch.NANOS);
    }

    /** Reads a {@code uuid} that travels as text. */
    public UUID readUuid() {
        int length = readLength();
        int at = position;
        UUID usual = length == Uuids.TEXT ? Uuids.parse(bytes, at) : null;
        position = at + length;
        if (usual != null) {
            return usual;
        }
        try {
            // Avro takes shorter forms too.
            return UUID.fromString(new String(bytes, at, length, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw malformed("text is no UUID", e);
        }
    }

    /** Reads a {@code uuid} that travels as 16 bytes. */
    public UUID readUuidFixed() {
        int at = take(2 * Long.BYTES);
        return new UUID((long) BIG_ENDIAN_LONGS.get(bytes, at), (long) BIG_ENDIAN_LONGS.get(bytes, at + Long.BYTES));
    }

    /** Reads a {@code decimal} that travels as bytes. */
    public BigDecimal readDecimal(int scale) {
        return readDecimalFixed(readLength(), scale);
    }

    /** Reads a {@code decimal} that travels as so many bytes. */
    public BigDecimal readDecimalFixed(int size, int scale) {
        if (size == 0) {
            throw malformed("a decimal has no digits");
        }
        return Decimals.read(bytes, take(size), size, scale);
    }

    /** Moves on and returns where that began. */
    private int take(int length) {
        int at = position;
        if (length > end - at) {
            throw endsEarly(length);
        }
        position = at + length;
        return at;
    }

    private MalformedDatumException endsEarly(long needed) {
        return malformed("the input ends early: " + needed + " bytes are needed, " + (end - position) + " are left");
    }

    private MalformedDatumException malformed(String why) {
        return new MalformedDatumException("At byte " + position + ", " + why);
    }

    private MalformedDatumException malformed(String why, RuntimeException cause) {
        return new MalformedDatumException("At byte " + position + ", " + why, cause);
    }
}
