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
import java.util.stream.Stream;

/**
 * The receipts that are not complete, in the order of their deadlines, which is that of sending, on pages. A timer for each
 * would cost more than the sending: one thread looks at the pages from time to time, fails what is due and clears away what is
 * done. Safe for use by several threads.
 */
final class PendingReceipts {

    /** So late a receipt may fail, and so long what is done stays in memory. */
    private static final Duration ROUND = Duration.ofMillis(100);

    private final Duration patience;
    private final long round;
    private final Queue<ReceiptPage> pages = new ConcurrentLinkedQueue<>();
    private ReceiptPage current = new ReceiptPage();
    private final Thread keeper = new Thread(this::keep, "tidings-receipts");
    private volatile boolean idle;
    private volatile boolean closed;

    /** @param patience how long a receipt may take */
    PendingReceipts(Duration patience) {
        this.patience = patience;
        this.round = Math.max(1, Math.min(ROUND.toNanos(), patience.toNanos() / 4));
        keeper.setDaemon(true);
        pages.add(current);
    }

    PendingReceipts started() {
        keeper.start();
        return this;
    }

    /** A receipt for a message that is about to be sent. */
    PendingReceipt open(EncodedMessage message, Consumer<String> onRefusal, SinkWatch.Sending sending) {
        PendingReceipt receipt = open(message, System.nanoTime() + patience.toNanos(), onRefusal, sending);
        if (idle) {
            LockSupport.unpark(keeper);
        }
        return receipt;
    }

    private synchronized PendingReceipt open(
            EncodedMessage message, long due, Consumer<String> onRefusal, SinkWatch.Sending sending) {
        if (current.isFull()) {
            current = new ReceiptPage();
            pages.add(current);
        }
        PendingReceipt receipt = new PendingReceipt(message, due, current, onRefusal, sending);
        current.add(receipt);
        return receipt;
    }

    private void keep() {
        while (!closed) {
            expire(System.nanoTime());
            if (isEmpty()) {
                idle = true;
                // What is opened before this thread says that it sleeps wakes nobody.
                if (isEmpty() && !closed) {
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
        pages.removeIf(page -> page.isFull() && page.isSettled());
        for (ReceiptPage page : pages) {
            if (page.mayBeDue(now)) {
                page.receipts().forEach(receipt -> receipt.expire(now, patience));
            }
        }
    }

    /**
     * Waits for all that are pending now, whatever becomes of them.
     *
     * @return false if that took longer
     */
    boolean await(Duration deadline) throws InterruptedException {
        CompletableFuture<?> all = CompletableFuture.allOf(pending().toArray(CompletableFuture<?>[]::new));
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
        return pending().findAny().isEmpty();
    }

    private Stream<PendingReceipt> pending() {
        return pages.stream()
                .filter(page -> !page.isSettled())
                .flatMap(ReceiptPage::receipts)
                .filter(receipt -> !receipt.isDone());
    }

    /** Fails what is left. To be called when the producer has ended. */
    void close() {
        closed = true;
        LockSupport.unpark(keeper);
        pending().forEach(receipt -> receipt.fail(new IllegalStateException("The transport was closed")));
        pages.clear();
    }
}
