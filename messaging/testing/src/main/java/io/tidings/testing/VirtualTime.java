package io.tidings.testing;

import io.tidings.messaging.delivery.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Time that stands still until a test moves it: {@code new InMemoryBroker(time)} waits by it, so that a back-off of an hour or
 * the deadline of a request passes at once when the test says so. Safe for use by several threads.
 *
 * <p>{@link #advance} goes from one moment at which something is due to the next, and does not go on before all that can
 * happen at a moment has happened. So what a test sees does not depend on how fast the machine is. A handler that itself
 * waits for time to pass, say for a reply with a deadline, keeps the time from moving on. Groups that share a channel without order wait by the clock on the wall all the same.
 */
public final class VirtualTime extends Clock implements Timers {

    /** How long what happens at one moment may take by the clock on the wall. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Of tasks that are due at the same moment, the one that was scheduled first is run first. */
    private record Due(long nanos, long number) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int order = Long.compare(nanos, other.nanos);
            return order != 0 ? order : Long.compare(number, other.number);
        }
    }

    /** What must have settled before time moves. */
    interface Settling {
        /**
         * Waits until nothing more happens by itself.
         *
         * @throws AssertionError if it takes longer
         */
        void settle(Duration patience);
    }

    private final Instant start;
    private final TreeMap<Due, Runnable> due = new TreeMap<>();
    private final List<Settling> settling = new CopyOnWriteArrayList<>();
    private long now;
    private long count;

    private VirtualTime(Instant start) {
        this.start = start;
    }

    /** Begins on the first of January 2026. */
    public static VirtualTime create() {
        return startingAt(Instant.parse("2026-01-01T00:00:00Z"));
    }

    public static VirtualTime startingAt(Instant start) {
        return new VirtualTime(start);
    }

    /**
     * Lets time pass: all that is due meanwhile happens, in order, and all that follows from it.
     *
     * @throws AssertionError if what happens at one moment does not come to an end within 30 s by the clock on the wall
     */
    public void advance(Duration by) {
        long target;
        synchronized (this) {
            target = now + by.toNanos();
        }
        settle();
        while (runNext(target)) {
            settle();
        }
        synchronized (this) {
            now = target;
        }
    }

    /** Lets all happen that can happen now. */
    public void settle() {
        settling.forEach(one -> one.settle(PATIENCE));
    }

    /** Whether anything was due by then. */
    private boolean runNext(long target) {
        Runnable task;
        synchronized (this) {
            Map.Entry<Due, Runnable> first = due.firstEntry();
            if (first == null || first.getKey().nanos() > target) {
                return false;
            }
            due.remove(first.getKey());
            now = Math.max(now, first.getKey().nanos());
            task = first.getValue();
        }
        task.run();
        return true;
    }

    void add(Settling one) {
        settling.add(one);
    }

    @Override
    public synchronized Runnable schedule(Duration after, Runnable task) {
        Due at = new Due(now + Math.max(0, after.toNanos()), count++);
        due.put(at, task);
        return () -> cancel(at);
    }

    private synchronized void cancel(Due at) {
        due.remove(at);
    }

    @Override
    public synchronized Instant instant() {
        return start.plusNanos(now);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The same clock: nothing here depends on a zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    /** Does nothing: others may wait by this time. */
    @Override
    public void close() {}
}
