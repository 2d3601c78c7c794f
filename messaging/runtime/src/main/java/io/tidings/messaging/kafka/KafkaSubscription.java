package io.tidings.messaging.kafka;

import io.tidings.messaging.Subscription;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A poll loop in its thread, and the workers of its lanes. */
final class KafkaSubscription implements Subscription {

    private final PollLoop loop;
    private final Thread thread;
    private final Thread following;
    private final ScheduledThreadPoolExecutor workers;
    private final Duration patience;
    private final Consumer<Subscription> onClose;

    KafkaSubscription(
            String name,
            PollLoop loop,
            ParkedFollower follower,
            ScheduledThreadPoolExecutor workers,
            Duration patience,
            Consumer<Subscription> onClose) {
        this.loop = loop;
        this.workers = workers;
        this.patience = patience;
        this.onClose = onClose;
        // Not a daemon: a service that only subscribes runs until it is closed.
        this.thread = new Thread(() -> runToEnd(loop, follower, workers), name);
        this.following = new Thread(follower, name + "-parked");
        following.setDaemon(true);
    }

    private static void runToEnd(PollLoop loop, ParkedFollower follower, ScheduledThreadPoolExecutor workers) {
        loop.run();
        follower.requestEnd();
        workers.shutdown();
    }

    KafkaSubscription started() {
        following.start();
        thread.start();
        return this;
    }

    @Override
    public boolean awaitReady(Duration deadline) throws InterruptedException {
        return loop.awaitAssigned(deadline);
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
            // It waits for the records at hand, for the last commit, and for the group to let it go.
            thread.join(patience.multipliedBy(3).plusSeconds(1).toMillis());
            workers.shutdownNow();
            workers.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
            following.join(patience.toMillis());
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
