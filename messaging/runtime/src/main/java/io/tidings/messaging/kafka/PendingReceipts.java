package io.tidings.messaging.kafka;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.observe.SinkWatch;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The receipts that are not complete, in the order of their deadlines, which is that of sending. A timer for each would cost
 * more than the sending: one thread looks at all from time to time, fails what is due and clears away what is done. Safe for
 * use by several threads.
 */
final class PendingReceipts {

    /** So late a receipt may fail, and so long what is done stays in memory. */
    private static final Duration ROUND = Duration.ofMillis(100);

    private final Duration patience;
    private final long round;
    private final Queue<PendingReceipt> pending = new ConcurrentLinkedQueue<>();
    private final Thread keeper = new Thread(this::keep, "tidings-receipts");
    private volatile boolean idle;
    private volatile boolean closed;

    /** @param patience how long a receipt may take */
    PendingReceipts(Duration patience) {
        this.patience = patience;
        this.round = Math.max(1, Math.min(ROUND.toNanos(), patience.toNanos() / 4));
        keeper.setDaemon(true);
    }

    PendingReceipts started() {
        keeper.start();
        return this;
    }

    /** A receipt for a message that is about to be sent. */
    PendingReceipt open(EncodedMessage message, Consumer<String> onRefusal, SinkWatch.Sending sending) {
        return new PendingReceipt(message, System.nanoTime() + patience.toNanos(), onRefusal, sending);
    }

    /** Sees to it that a receipt of a message that was sent completes. */
    void add(PendingReceipt receipt) {
        pending.add(receipt);
        if (idle) {
            LockSupport.unpark(keeper);
        }
    }

    private void keep() {
        while (!closed) {
            expire(System.nanoTime());
            if (pending.isEmpty()) {
                idle = true;
                // What is added before this thread says that it sleeps wakes nobody.
                if (pending.isEmpty() && !closed) {
                    LockSupport.park(this);
                }
                idle = false;
            } else {
                LockSupport.parkNanos(this, round);
            }
        }
    }

    /** Fails what is due, and forgets what is done. */
    void expire(long now) {
        pending.removeIf(receipt -> {
            receipt.expire(now, patience);
            return receipt.isDone();
        });
    }

    /**
     * Waits for all that are pending now, whatever becomes of them.
     *
     * @return false if that took longer
     */
    boolean await(Duration deadline) throws InterruptedException {
        CompletableFuture<?> all = CompletableFuture.allOf(pending.toArray(CompletableFuture<?>[]::new));
        try {
            all.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            // One has failed; but this comes only when all are complete.
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    boolean isEmpty() {
        return pending.stream().allMatch(CompletableFuture::isDone);
    }

    /** Fails what is left. To be called when the producer has ended. */
    void close() {
        closed = true;
        LockSupport.unpark(keeper);
        pending.forEach(receipt -> receipt.fail(new IllegalStateException("The transport was closed")));
        pending.clear();
    }
}
