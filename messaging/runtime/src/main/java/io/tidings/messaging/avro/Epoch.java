package io.tidings.messaging.avro;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Seconds and nanoseconds since 1970 as one number, exactly up to its ends, where a plain product would overflow. */
final class Epoch {

    static final long MILLIS = 1_000L;
    static final long MICROS = 1_000_000L;
    static final long NANOS = 1_000_000_000L;

    private Epoch() {}

    /** Whole microseconds, rounded down. Fails with an {@link ArithmeticException} beyond a long. */
    static long micros(long seconds, int nanos) {
        return joined(seconds, nanos / 1_000, MICROS);
    }

    /** Nanoseconds. Fails with an {@link ArithmeticException} beyond a long. */
    static long nanos(long seconds, int nanos) {
        return joined(seconds, nanos, NANOS);
    }

    private static long joined(long seconds, long rest, long unit) {
        return seconds < 0 && rest > 0
                ? Math.addExact(Math.multiplyExact(seconds + 1, unit), rest - unit)
                : Math.addExact(Math.multiplyExact(seconds, unit), rest);
    }

    /** The instant so many units after 1970 began, of which a second has so many. */
    static Instant instant(long value, long unit) {
        return Instant.ofEpochSecond(Math.floorDiv(value, unit), Math.floorMod(value, unit) * (NANOS / unit));
    }

    /** The same on a clock of no place. */
    static LocalDateTime local(long value, long unit) {
        int nanos = (int) (Math.floorMod(value, unit) * (NANOS / unit));
        return LocalDateTime.ofEpochSecond(Math.floorDiv(value, unit), nanos, ZoneOffset.UTC);
    }
}
