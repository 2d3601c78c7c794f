package io.tidings.messaging.kafka;

import io.tidings.messaging.BatchLimits;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.delivery.BatchDelivery;
import io.tidings.messaging.delivery.BatchItem;
import io.tidings.messaging.delivery.Delivery;
import io.tidings.messaging.delivery.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles what a share group lends, side by side and in no order. A record is kept until it is handled or a dead letter,
 * however long that takes: to give it back and have it again would use up one of its few deliveries. Safe for use by several
 * threads.
 */
final class SharedWork<K> {

    private static final Logger LOG = LoggerFactory.getLogger(SharedWork.class);

    /** Where records go that will never be handled. */
    @FunctionalInterface
    interface DeadLetterBox {

        /** Takes a record for good, or throws. */
        void put(ConsumerRecord<byte[], byte[]> record, Throwable cause, int attempts);
    }

    private final Delivery<K> delivery;
    private final DeadLetterBox deadLetters;
    private final ScheduledExecutorService workers;
    private final int lastDelivery;
    private final BlockingQueue<SharedTask> finished = new LinkedBlockingQueue<>();
    private final AtomicInteger working = new AtomicInteger();
    private volatile boolean ending;

    /**
     * Nothing at hand.
     *
     * @param deliveryLimit after so many deliveries the broker drops a record without a word
     */
    SharedWork(Delivery<K> delivery, DeadLetterBox deadLetters, ScheduledExecutorService workers, int deliveryLimit) {
        this.delivery = delivery;
        this.deadLetters = deadLetters;
        this.workers = workers;
        // The one after it is left for the case that we end before the dead letter is there.
        this.lastDelivery = Math.max(2, deliveryLimit - 1);
    }

    /** Begins these, together where the handler takes several at once. */
    void begin(List<SharedTask> tasks) {
        tasks.forEach(this::condemnOnLastDelivery);
        BatchLimits limits = delivery.limits();
        if (limits == null) {
            tasks.forEach(task -> workers.execute(() -> attempt(task)));
            return;
        }
        for (int from = 0; from < tasks.size(); from += limits.messages()) {
            List<SharedTask> batch = tasks.subList(from, Math.min(tasks.size(), from + limits.messages()));
            workers.execute(() -> attempt(List.copyOf(batch)));
        }
    }

    private void condemnOnLastDelivery(SharedTask task) {
        if (task.deliveries() >= lastDelivery) {
            task.condemn(new PoisonMessageException(
                    "It was delivered " + (task.deliveries() - 1)
                            + " times, and whoever had it ended without a word, or kept"
                            + " it for longer than its lock held",
                    null));
        }
    }

    private void attempt(List<SharedTask> tasks) {
        working.incrementAndGet();
        try {
            BatchDelivery<K> together = delivery.together(() -> ending);
            List<SharedTask> fresh =
                    tasks.stream().filter(task -> task.condemned() == null).toList();
            List<BatchItem> items = fresh.stream().map(SharedWork::item).toList();
            together.attempt(items);
            settle(fresh, items);
            List<SharedTask> left = new ArrayList<>(tasks);
            left.removeAll(fresh);
            left.forEach(this::attempt);
        } finally {
            working.decrementAndGet();
        }
    }

    private static BatchItem item(SharedTask task) {
        return BatchItem.unordered(Records.incoming(task.record()), Records.origin(task.record()));
    }

    private void settle(List<SharedTask> tasks, List<BatchItem> items) {
        Duration wait = Duration.ZERO;
        for (int i = 0; i < items.size(); i++) {
            SharedTask task = tasks.get(i);
            Outcome outcome = items.get(i).outcome();
            if (outcome != null) {
                task.attempt();
                settle(task, outcome instanceof Outcome.SetAside aside ? setAside(task, aside.cause()) : outcome);
                wait = outcome instanceof Outcome.Retry retry ? retry.after() : wait;
            }
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).outcome() == null && !ending) {
                // Another one of its batch waits for what is away for all.
                SharedTask task = tasks.get(i);
                Future<?> unused = workers.schedule(() -> attempt(task), wait.toNanos(), TimeUnit.NANOSECONDS);
            }
        }
    }

    private void attempt(SharedTask task) {
        working.incrementAndGet();
        try {
            // What has not begun by now goes back.
            if (!ending) {
                settle(task, outcome(task));
            }
        } finally {
            working.decrementAndGet();
        }
    }

    private Outcome outcome(SharedTask task) {
        Throwable condemned = task.condemned();
        Outcome outcome = condemned == null
                ? delivery.attempt(Records.incoming(task.record()), Records.origin(task.record()), task.attempt())
                : new Outcome.SetAside(condemned);
        return outcome instanceof Outcome.SetAside aside ? setAside(task, aside.cause()) : outcome;
    }

    private Outcome setAside(SharedTask task, Throwable cause) {
        try {
            deadLetters.put(task.record(), cause, task.attempts());
            delivery.watch().deadLettered(Records.id(task.record()), Records.origin(task.record()), cause);
            LOG.error("{} became a dead letter", task, cause);
            return new Outcome.Done();
        } catch (RuntimeException | Error e) {
            task.condemn(cause);
            return delivery.again(e, task.failures() + 1);
        }
    }

    private void settle(SharedTask task, Outcome outcome) {
        if (outcome instanceof Outcome.Retry again) {
            task.failed();
            LOG.warn(
                    "{} failed for the {}. time, to be tried again in {} ms: {}",
                    task,
                    task.failures(),
                    again.after().toMillis(),
                    again.cause().toString());
            Future<?> unused =
                    workers.schedule(() -> attempt(task), again.after().toNanos(), TimeUnit.NANOSECONDS);
        } else {
            finished.add(task);
        }
    }

    /** What has been finished since the last call; waits for the first if there is none. */
    List<SharedTask> finished(long nanos) throws InterruptedException {
        SharedTask first = finished.poll(nanos, TimeUnit.NANOSECONDS);
        List<SharedTask> tasks = new ArrayList<>();
        if (first != null) {
            tasks.add(first);
            finished.drainTo(tasks);
        }
        return tasks;
    }

    /** Begins nothing more. */
    void end() {
        ending = true;
    }

    /** Whether a handler is at work. */
    boolean busy() {
        return working.get() > 0;
    }
}
