package io.tidings.messaging.kafka;

import io.tidings.messaging.delivery.Delivery;
import io.tidings.messaging.delivery.Outcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records of one assigned partition: handled one at a time, in order, by whichever worker is free. The poll loop adds
 * records and asks how far it has come; nothing else is shared.
 */
final class Lane<K> {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /** So many records in a row, then another lane may use the worker. */
    private static final int TURN = 64;

    private final TopicPartition partition;
    private final Delivery<K> delivery;
    private final BiConsumer<ConsumerRecord<byte[], byte[]>, Throwable> deadLetters;
    private final ScheduledExecutorService workers;
    private final int highWater;

    private final ArrayDeque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
    private boolean scheduled;
    private boolean working;
    private boolean backingOff;
    private boolean stopped;
    private @Nullable Future<?> retry;
    private @Nullable OffsetAndMetadata done;
    private @Nullable OffsetAndMetadata committed;

    // Of the record at the head; touched by one worker at a time.
    private int failures;
    private @Nullable Throwable condemned;

    /**
     * An empty lane.
     *
     * @param deadLetters takes a record and why it will never be handled, for good: or throws
     * @param highWater with so many records waiting it wants no more
     */
    Lane(
            TopicPartition partition,
            Delivery<K> delivery,
            BiConsumer<ConsumerRecord<byte[], byte[]>, Throwable> deadLetters,
            ScheduledExecutorService workers,
            int highWater) {
        this.partition = partition;
        this.delivery = delivery;
        this.deadLetters = deadLetters;
        this.workers = workers;
        this.highWater = highWater;
    }

    synchronized void add(List<ConsumerRecord<byte[], byte[]>> records) {
        if (!stopped) {
            waiting.addAll(records);
            scheduleTurn(Duration.ZERO);
        }
    }

    /** Whether it should get no more records for now. */
    synchronized boolean saturated() {
        return backingOff || waiting.size() >= highWater;
    }

    synchronized boolean hungry() {
        return !backingOff && waiting.size() <= highWater / 2;
    }

    /** Whether there is or was something to do that the poll loop should soon look after. */
    synchronized boolean busy() {
        return scheduled || uncommitted().isPresent();
    }

    /** What to commit: the position after the last record of an unbroken row that is done. */
    synchronized Optional<OffsetAndMetadata> uncommitted() {
        return Optional.ofNullable(done).filter(position -> !position.equals(committed));
    }

    synchronized void committed(OffsetAndMetadata position) {
        committed = position;
    }

    /** Takes no further record; the one at hand goes on. */
    synchronized void stop() {
        stopped = true;
        waiting.clear();
        if (retry != null) {
            retry.cancel(false);
        }
    }

    /** Waits for the record at hand. */
    synchronized boolean awaitIdle(long nanoTime) throws InterruptedException {
        while (working) {
            long left = TimeUnit.NANOSECONDS.toMillis(nanoTime - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void scheduleTurn(Duration delay) {
        if (scheduled || stopped) {
            return;
        }
        scheduled = true;
        backingOff = !delay.isZero();
        if (backingOff) {
            retry = workers.schedule(this::turn, delay.toNanos(), TimeUnit.NANOSECONDS);
        } else {
            workers.execute(this::turn);
        }
    }

    private void turn() {
        synchronized (this) {
            backingOff = false;
            working = !stopped;
        }
        Duration delay = Duration.ZERO;
        for (int i = 0; i < TURN && delay.isZero(); i++) {
            ConsumerRecord<byte[], byte[]> next = head();
            if (next == null) {
                break;
            }
            delay = work(next);
        }
        synchronized (this) {
            working = false;
            scheduled = false;
            notifyAll();
            if (!waiting.isEmpty()) {
                scheduleTurn(delay);
            }
        }
    }

    private synchronized @Nullable ConsumerRecord<byte[], byte[]> head() {
        return waiting.peek();
    }

    /** How long to wait before the same record is tried again; zero if it is done. */
    private Duration work(ConsumerRecord<byte[], byte[]> record) {
        Outcome outcome = condemned == null
                ? delivery.attempt(Records.incoming(record), Records.origin(record), failures)
                : new Outcome.SetAside(condemned);
        if (outcome instanceof Outcome.SetAside aside) {
            outcome = setAside(record, aside.cause());
        }
        if (outcome instanceof Outcome.Retry again) {
            failures++;
            LOG.warn(
                    "Offset {} of {} failed for the {}. time, to be tried again in {} ms: {}",
                    record.offset(),
                    partition,
                    failures,
                    again.after().toMillis(),
                    again.cause().toString());
            LOG.debug("The failure", again.cause());
            return again.after().isZero() ? Duration.ofNanos(1) : again.after();
        }
        finish(record);
        return Duration.ZERO;
    }

    /** The handler has had its say: from here on only the dead letter channel is tried, for as long as it takes. */
    private Outcome setAside(ConsumerRecord<byte[], byte[]> record, Throwable cause) {
        if (condemned == null) {
            condemned = cause;
            failures = 0;
        }
        try {
            deadLetters.accept(record, cause);
            LOG.error("Offset {} of {} became a dead letter", record.offset(), partition, cause);
            return new Outcome.Done();
        } catch (RuntimeException | LinkageError | AssertionError e) {
            return delivery.again(e, failures + 1);
        }
    }

    private synchronized void finish(ConsumerRecord<byte[], byte[]> record) {
        failures = 0;
        condemned = null;
        // A lane that was stopped meanwhile has none waiting, but what is done is done.
        waiting.poll();
        done = new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), "");
    }
}
