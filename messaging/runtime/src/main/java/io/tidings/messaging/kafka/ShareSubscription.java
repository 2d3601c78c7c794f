package io.tidings.messaging.kafka;

import io.tidings.messaging.Subscription;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A member of a share group: a loop in its thread, and its workers. */
final class ShareSubscription implements Subscription {

    private final ShareLoop loop;
    private final ShareGroups.Membership membership;
    private final Thread thread;
    private final ScheduledThreadPoolExecutor workers;
    private final Duration patience;
    private final Consumer<Subscription> onClose;

    ShareSubscription(
            String name,
            ShareLoop loop,
            ShareGroups.Membership membership,
            ScheduledThreadPoolExecutor workers,
            Duration patience,
            Consumer<Subscription> onClose) {
        this.loop = loop;
        this.membership = membership;
        this.workers = workers;
        this.patience = patience;
        this.onClose = onClose;
        // Not a daemon: a service that only subscribes runs until it is closed.
        this.thread = new Thread(() -> runToEnd(loop, workers), name);
    }

    private static void runToEnd(ShareLoop loop, ScheduledThreadPoolExecutor workers) {
        loop.run();
        workers.shutdownNow();
    }

    ShareSubscription started() {
        thread.start();
        return this;
    }

    @Override
    public boolean awaitReady(Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        return loop.awaitPolled(deadline) && membership.await(end) && loop.running();
    }

    @Override
    public boolean running() {
        return loop.running();
    }

    @Override
    public void close() {
        onClose.accept(this);
        loop.requestEnd();
        if (WorkerThread.belongsTo(workers)) {
            // A handler that closes its own subscription cannot wait for itself.
            return;
        }
        try {
            thread.join(patience.multipliedBy(3).plusSeconds(1).toMillis());
            workers.shutdownNow();
            workers.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
