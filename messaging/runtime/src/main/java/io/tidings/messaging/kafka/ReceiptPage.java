package io.tidings.messaging.kafka;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Receipts that were opened one after the other. They are cleared away together, by their number: to look at each once more, when
 * it has left the processor's caches, costs a tenth of the sending.
 */
final class ReceiptPage {

    private static final int SIZE = 128;

    private final @Nullable PendingReceipt[] receipts = new PendingReceipt[SIZE];
    private final AtomicInteger settled = new AtomicInteger();
    /** Written under the lock of the book; what stands before it is never written again. */
    private volatile int opened;

    /** Called by one thread at a time. */
    void add(PendingReceipt receipt) {
        int place = opened;
        receipts[place] = receipt;
        opened = place + 1;
    }

    boolean isFull() {
        return opened == SIZE;
    }

    /** The producer is through with one of them. */
    void settled() {
        settled.incrementAndGet();
    }

    /** Whether the producer is through with all of them so far. */
    boolean isSettled() {
        return settled.get() == opened;
    }

    Stream<PendingReceipt> receipts() {
        return Arrays.stream(receipts, 0, opened);
    }

    /** Whether any may have waited long enough; the first has waited longest. */
    boolean mayBeDue(long now) {
        PendingReceipt first = receipts[0];
        return opened > 0 && first != null && first.isDue(now);
    }
}
