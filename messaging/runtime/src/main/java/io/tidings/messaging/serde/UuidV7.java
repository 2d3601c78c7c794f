package io.tidings.messaging.serde;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDs of version 7: their order is the order in which one process made them, so that an index over them grows at its end.
 * Safe for use by several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.7">RFC 9562, 5.7, and 6.2 method 3</a>
 */
public final class UuidV7 {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final SecureRandom SEEDS = new SecureRandom();
    private static final ThreadLocal<SplittableRandom> RANDOM =
            ThreadLocal.withInitial(() -> new SplittableRandom(SEEDS.nextLong()));

    private final Clock clock;
    /** Milliseconds, and 12 bits that count up within one; it runs ahead of the clock rather than back with it. */
    private final AtomicLong last = new AtomicLong();

    /** @param clock tells the milliseconds */
    public UuidV7(Clock clock) {
        this.clock = clock;
    }

    /** One that no other is equal to, greater than those before. */
    public UUID next() {
        long now = clock.millis() << 12;
        long tick = last.updateAndGet(previous -> Math.max(previous + 1, now));
        long high = (tick >>> 12) << 16 | VERSION | (tick & 0xFFF);
        return new UUID(high, VARIANT | RANDOM.get().nextLong() >>> 2);
    }
}
