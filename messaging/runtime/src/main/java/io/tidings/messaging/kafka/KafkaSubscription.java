package io.tidings.messaging.kafka;

import io.tidings.messaging.Health;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionStatus;
import io.tidings.messaging.observe.GroupWatch;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** A poll loop in its thread, and the workers of its lanes. */
final class KafkaSubscription implements Subscription {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final PollLoop loop;
    private final Predicate<String> othersHaveAll;
    private final GroupWatch watch;
    private final LongSupplier waiting;
    private final LongSupplier behind;
    private final Thread thread;
    private final Thread following;
    private final ScheduledThreadPoolExecutor workers;
    private final Duration patience;
    private final Consumer<Subscription> onClose;
    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * Not started yet.
     *
     * @param othersHaveAll whether the group has given every partition to members other than this one
     */
    KafkaSubscription(
            String name,
            PollLoop loop,
            Predicate<String> othersHaveAll,
            ParkedFollower follower,
            GroupWatch watch,
            LongSupplier waiting,
            LongSupplier behind,
            ScheduledThreadPoolExecutor workers,
            Duration patience,
            Consumer<Subscription> onClose) {
        this.loop = loop;
        this.othersHaveAll = othersHaveAll;
        this.watch = watch;
        this.waiting = waiting;
        this.behind = behind;
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
        watch.subscribed(this);
        return this;
    }

    @Override
    public boolean awaitReady(Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (!loop.awaitAssigned(Math.min(PAUSE, end - System.nanoTime()))) {
            if (!loop.running() || System.nanoTime() - end >= 0) {
                return false;
            }
            // A group that has not heard of a new topic's partitions gives none of them for now
            if (loop.answered() && othersHaveAll.test(loop.member())) {
                break;
            }
        }
        return loop.running();
    }

    @Override
    public boolean running() {
        return loop.running();
    }

    @Override
    public Health health() {
        return watch.health(true);
    }

    @Override
    public SubscriptionStatus status() {
        return watch.status(waiting.getAsLong(), behind.getAsLong());
    }

    @Override
    public void close() {
        onClose.accept(this);
        if (!told.getAndSet(true)) {
            watch.closed(this);
        }
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
