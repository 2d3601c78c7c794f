package io.tidings.messaging.backlog;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * What is done above a committed position, as text for the commit's metadata: behind one slow message many are done, and whoever
 * takes the partition over must not do them again.
 *
 * <p>The text is {@code tidings1:} and, in base64 for URLs, variable-length numbers: the leader epoch and 1, then for each range
 * how far it begins after the end of the one before, and how long it is. It stays below what brokers take by default (4,096
 * characters): ranges that would not fit are left out, and done again.
 *
 * @param epoch the newest leader epoch of what is done. A record with a newer one was written over a truncated log, and is another
 */
record DoneAbove(OffsetRanges ranges, int epoch) {

    private static final String PREFIX = "tidings1:";

    /** Brokers refuse more than {@code offset.metadata.max.bytes}, 4,096 by default. */
    private static final int LONGEST = 3_000;

    private static final int LONGEST_NUMBER = 10;

    static DoneAbove nothing() {
        return new DoneAbove(new OffsetRanges(), -1);
    }

    String write(long position) {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        putNumber(bytes, epoch + 1L);
        long last = position;
        boolean any = false;
        for (Map.Entry<Long, Long> range : ranges.inOrder()) {
            if (bytes.remaining() < 2 * LONGEST_NUMBER) {
                break;
            }
            putNumber(bytes, range.getKey() - last);
            putNumber(bytes, range.getValue() - range.getKey());
            last = range.getValue();
            any = true;
        }
        ByteBuffer base64 = Base64.getUrlEncoder().withoutPadding().encode(bytes.flip());
        return any ? PREFIX + StandardCharsets.ISO_8859_1.decode(base64) : "";
    }

    /** Nothing, if it is text that others wrote: then more is done again than need be, and nothing is left out. */
    static DoneAbove read(long position, String metadata) {
        if (!metadata.startsWith(PREFIX)) {
            return nothing();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(metadata.substring(PREFIX.length())));
            int epoch = Math.toIntExact(number(bytes) - 1);
            OffsetRanges ranges = new OffsetRanges();
            long last = position;
            while (bytes.hasRemaining()) {
                long start = Math.addExact(last, number(bytes));
                long end = Math.addExact(start, number(bytes));
                if (start < last || end <= start) {
                    return nothing();
                }
                ranges.add(start, end);
                last = end;
            }
            return new DoneAbove(ranges, epoch);
        } catch (IllegalArgumentException | ArithmeticException | BufferUnderflowException e) {
            return nothing();
        }
    }

    private static void putNumber(ByteBuffer bytes, long number) {
        long rest = number;
        while (rest > 0x7F) {
            bytes.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        bytes.put((byte) rest);
    }

    private static long number(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE - 1; shift += 7) {
            byte next = bytes.get();
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("A number is too long");
    }
}
