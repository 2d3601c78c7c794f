package io.tidings.messaging.kafka;

import io.tidings.messaging.BatchLimits;
import io.tidings.messaging.backlog.Backlog;
import io.tidings.messaging.backlog.Progress;
import io.tidings.messaging.backlog.Task;
import io.tidings.messaging.backlog.Turn;
import io.tidings.messaging.delivery.Attempts;
import io.tidings.messaging.delivery.BatchItem;
import io.tidings.messaging.delivery.Outcome;
import io.tidings.messaging.parking.Handling;
import io.tidings.messaging.parking.Replay;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records of one assigned partition: those of a key handled in order, those of different keys side by side, by whichever
 * workers are free. The poll loop adds records and asks how far all are done; nothing else is shared.
 */
final class Lane<K> {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /** So often in a row, then another lane may use the worker. */
    private static final int TURNS = 8;

    private final TopicPartition partition;
    private final Handling<K> handling;
    private final ScheduledExecutorService workers;
    private final int width;
    private final int highWater;

    /** How much a handler takes at once; null where it takes one message at a time. */
    private final @Nullable BatchLimits limits;

    private final Backlog<Work> backlog;
    private final Share share = new Share();
    private @Nullable Future<?> alarm;
    private long alarmAt;
    private long lingersUntil;
    private int turns;
    private boolean ready;
    private boolean pausing;
    private long pausedUntil;
    private boolean changed;
    private Progress committed;
    private volatile boolean stopped;

    /**
     * An empty lane. It begins when it is {@link #ready}.
     *
     * @param done how far it was done when it was last committed
     * @param width so many workers may be busy with it at a time
     * @param highWater with so many records waiting it wants no more
     */
    Lane(
            TopicPartition partition,
            Progress done,
            Handling<K> handling,
            ScheduledExecutorService workers,
            int width,
            int highWater) {
        this.partition = partition;
        this.backlog = new Backlog<>(done);
        this.committed = done;
        this.handling = handling;
        this.workers = workers;
        this.limits = handling.limits();
        // One batch at a time is a larger one, and no two of them wait for each other's locks.
        this.width = limits == null ? width : 1;
        this.highWater = highWater;
    }

    /** All is known that is parked, so no record can overtake those of its key. */
    synchronized void ready(List<Replay> orders) {
        if (stopped) {
            return;
        }
        ready = true;
        handling.begin();
        orders.forEach(this::carryOut);
        begin();
    }

    /** What is parked cannot be told for now. */
    void waits(Throwable cause) {
        handling.waits(cause);
    }

    /** Somebody has decided what becomes of a parked key. */
    synchronized void carryOut(Replay order) {
        if (!stopped) {
            backlog.addErrand(order.key(), new Work.Ordered(order));
            begin();
        }
    }

    synchronized void add(List<ConsumerRecord<byte[], byte[]>> records) {
        if (stopped) {
            return;
        }
        if (limits != null && backlog.waiting() == 0) {
            lingersUntil = System.nanoTime() + limits.linger().toNanos();
        }
        for (ConsumerRecord<byte[], byte[]> record : records) {
            backlog.add(record.offset(), record.leaderEpoch().orElse(-1), record.key(), new Work.Fetched(record));
        }
        changed = true;
        begin();
    }

    /** Whether it should get no more records for now. */
    synchronized boolean saturated() {
        return pausing || backlog.size() >= highWater;
    }

    synchronized boolean hungry() {
        return !pausing && backlog.size() <= highWater / 2;
    }

    /** Whether there is or was something to do that the poll loop should soon look after. */
    synchronized boolean busy() {
        return changed || backlog.size() > 0;
    }

    /** What to commit: the position below which all is done, and what is done above. */
    synchronized Optional<OffsetAndMetadata> uncommitted() {
        Optional<Progress> progress =
                changed ? backlog.progress().filter(done -> !done.equals(committed)) : Optional.empty();
        changed = progress.isPresent();
        return progress.map(Commits::of);
    }

    synchronized void committed(OffsetAndMetadata position) {
        committed = Commits.progress(position);
    }

    /** Takes no further record; those at hand go on. */
    synchronized void stop() {
        stopped = true;
        backlog.clear();
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    /** How many records are not done. */
    synchronized int size() {
        return backlog.size();
    }

    /** Waits for the records at hand. */
    synchronized boolean awaitIdle(long nanoTime) throws InterruptedException {
        while (backlog.taken() > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(nanoTime - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Gets as many workers as have something to do. */
    private void begin() {
        if (stopped || pausing || !ready) {
            return;
        }
        if (lingers()) {
            setAlarm();
            return;
        }
        int worth = limits == null ? share.workersFor(backlog.ready()) : Math.min(1, backlog.ready());
        for (int more = Math.min(width - turns, worth); more > 0; more--) {
            turns++;
            workers.execute(this::turn);
        }
    }

    /** Whether a batch that is not full yet waits for more. */
    private boolean lingers() {
        return limits != null
                && backlog.waiting() > 0
                && backlog.waiting() < limits.messages()
                && lingersUntil - System.nanoTime() > 0;
    }

    private void turn() {
        try {
            takeTurns();
        } finally {
            endTurn();
        }
    }

    private void takeTurns() {
        for (int i = 0; i < TURNS; i++) {
            Turn<Work> turn = take();
            if (turn.isEmpty()) {
                break;
            }
            Outcome.@Nullable Retry keepsAll = null;
            try {
                keepsAll = work(turn);
            } finally {
                settle(turn, keepsAll);
            }
        }
    }

    private synchronized void endTurn() {
        turns--;
        begin();
    }

    private synchronized Turn<Work> take() {
        boolean none = stopped || pausing || !ready || lingers();
        int most = limits == null ? share.of(backlog.waiting(), width) : limits.messages();
        return backlog.take(none ? 0 : most, System.nanoTime());
    }

    /** What to wait for before anything else is tried; null if nothing keeps the others. */
    private Outcome.@Nullable Retry work(Turn<Work> turn) {
        return limits == null || turn.isErrand() ? oneByOne(turn) : together(turn);
    }

    private Outcome.@Nullable Retry together(Turn<Work> turn) {
        List<Task<Work>> tasks = turn.together();
        List<BatchItem> items = tasks.stream().map(Lane::item).toList();
        handling.handle(items, () -> stopped);
        Outcome.@Nullable Retry keepsAll = null;
        for (int i = 0; i < tasks.size(); i++) {
            Outcome outcome = items.get(i).outcome();
            Outcome.Retry again = outcome == null ? null : note(tasks.get(i), outcome);
            keepsAll = again != null && again.everything() ? again : keepsAll;
        }
        return keepsAll;
    }

    private static BatchItem item(Task<Work> task) {
        ConsumerRecord<byte[], byte[]> record = ((Work.Fetched) task.item()).record();
        return BatchItem.inOrder(Records.incoming(record), Records.origin(record), task);
    }

    private Outcome.@Nullable Retry oneByOne(Turn<Work> turn) {
        long began = System.nanoTime();
        int worked = 0;
        Outcome.@Nullable Retry keepsAll = null;
        while (keepsAll == null && !stopped) {
            Task<Work> task = turn.next();
            if (task == null) {
                break;
            }
            Outcome.Retry again = work(task);
            keepsAll = again != null && again.everything() ? again : null;
            worked++;
        }
        share.took(worked, System.nanoTime() - began);
        return keepsAll;
    }

    private synchronized void settle(Turn<Work> turn, Outcome.@Nullable Retry keepsAll) {
        backlog.settle(turn);
        changed = true;
        if (keepsAll != null) {
            pausing = true;
            pausedUntil = System.nanoTime() + keepsAll.after().toNanos();
        }
        setAlarm();
        begin();
        notifyAll();
    }

    /** For when the pause ends, or the first key may be tried again. */
    private void setAlarm() {
        OptionalLong due = pausing ? OptionalLong.of(pausedUntil) : nextDue();
        if (stopped || due.isEmpty()) {
            return;
        }
        long at = due.getAsLong();
        Future<?> earlier = alarm;
        if (earlier != null && !earlier.isDone()) {
            if (alarmAt - at <= 0) {
                return;
            }
            earlier.cancel(false);
        }
        alarmAt = at;
        alarm = workers.schedule(this::ring, Math.max(0, at - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private OptionalLong nextDue() {
        OptionalLong due = backlog.nextDue();
        return lingers() && (due.isEmpty() || lingersUntil - due.getAsLong() < 0) ? OptionalLong.of(lingersUntil) : due;
    }

    private synchronized void ring() {
        alarm = null;
        if (pausing && pausedUntil - System.nanoTime() <= 0) {
            pausing = false;
        }
        backlog.wake(System.nanoTime());
        setAlarm();
        begin();
    }

    /** What to wait for before the same is tried again; null if it is done. */
    private Outcome.@Nullable Retry work(Task<Work> task) {
        return note(task, work(task.item(), task));
    }

    private Outcome.@Nullable Retry note(Task<Work> task, Outcome outcome) {
        if (outcome instanceof Outcome.Retry again) {
            task.retryAt(System.nanoTime() + again.after().toNanos());
            report(task, again);
            return again;
        }
        task.done();
        return null;
    }

    private Outcome work(Work work, Attempts attempts) {
        return work instanceof Work.Fetched fetched
                ? handling.handle(Records.incoming(fetched.record()), Records.origin(fetched.record()), attempts)
                : handling.replay(((Work.Ordered) work).replay(), () -> stopped, attempts);
    }

    private void report(Task<Work> task, Outcome.Retry again) {
        if (stopped) {
            return;
        }
        String what = task.item() instanceof Work.Fetched fetched
                ? "Offset " + fetched.record().offset()
                : "The replay of a parked key";
        LOG.warn(
                "{} of {} failed for the {}. time, to be tried again in {} ms: {}",
                what,
                partition,
                task.failures(),
                again.after().toMillis(),
                again.cause().toString());
        LOG.debug("The failure", again.cause());
    }
}
