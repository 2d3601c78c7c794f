package io.tidings.messaging.avro;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs as 36 characters, written and read without a string between. */
final class Uuids {

    /** Characters, and bytes, of a UUID as text. */
    static final int TEXT = 36;

    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };
    private static final byte[] VALUES = values();

    private Uuids() {}

    private static byte[] values() {
        byte[] values = new byte[1 << Byte.SIZE];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < DIGITS.length; i++) {
            values[DIGITS[i]] = (byte) i;
            values[Character.toUpperCase(DIGITS[i])] = (byte) i;
        }
        return values;
    }

    /** Writes what {@link UUID#toString} gives. */
    static void format(UUID uuid, byte[] to, int at) {
        long high = uuid.getMostSignificantBits();
        long low = uuid.getLeastSignificantBits();
        digits(high >>> 32, 8, to, at);
        to[at + 8] = '-';
        digits(high >>> 16, 4, to, at + 9);
        to[at + 13] = '-';
        digits(high, 4, to, at + 14);
        to[at + 18] = '-';
        digits(low >>> 48, 4, to, at + 19);
        to[at + 23] = '-';
        digits(low, 12, to, at + 24);
    }

    private static void digits(long bits, int count, byte[] to, int at) {
        long rest = bits;
        for (int i = at + count - 1; i >= at; i--) {
            to[i] = DIGITS[(int) rest & 0xF];
            rest >>>= 4;
        }
    }

    /** The UUID in its usual form; null if it has another, which {@link UUID#fromString} may know. */
    static @Nullable UUID parse(byte[] from, int at) {
        if (from[at + 8] != '-' || from[at + 13] != '-' || from[at + 18] != '-' || from[at + 23] != '-') {
            return null;
        }
        long one = bits(from, at, 8);
        long two = bits(from, at + 9, 4);
        long three = bits(from, at + 14, 4);
        long four = bits(from, at + 19, 4);
        long five = bits(from, at + 24, 12);
        // Anything that is no digit made its part negative.
        if ((one | two | three | four | five) < 0) {
            return null;
        }
        return new UUID((one << 32) | (two << 16) | three, (four << 48) | five);
    }

    private static long bits(byte[] from, int at, int count) {
        long bits = 0;
        int invalid = 0;
        for (int i = at; i < at + count; i++) {
            byte value = VALUES[from[i] & 0xFF];
            invalid |= value;
            bits = (bits << 4) | (value & 0xF);
        }
        return invalid < 0 ? -1 : bits;
    }
}
