package io.tidings.messaging.serde;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** What reading a message allocated, and what came of it: null if it was refused as such. */
record Allocation(long bytes, @Nullable Object read) {

    /** What a byte of a message may cost. */
    private static final long FOR_A_BYTE = 512;

    /** What a message may cost beyond that. */
    private static final long FOR_A_MESSAGE = 40L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Allocation of(Supplier<@Nullable Object> reading) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Object read;
        try {
            read = reading.get();
        } catch (SerializationException refused) {
            read = null;
        }
        return new Allocation(THREADS.getCurrentThreadAllocatedBytes() - before, read);
    }

    static long limit(byte[] message) {
        return FOR_A_MESSAGE + FOR_A_BYTE * message.length;
    }
}
