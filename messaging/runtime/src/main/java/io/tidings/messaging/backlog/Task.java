package io.tidings.messaging.backlog;

import io.tidings.messaging.delivery.Attempts;

/** One message of the backlog. Whoever took it says what came of it, before it is {@linkplain Backlog#settle settled}. */
public final class Task<T> extends Attempts {

    final KeyQueue<T> queue;
    final int log;
    final long start;
    final long end;
    final int epoch;
    private final T item;

    private boolean done;
    private boolean failedSinceTaken;
    private long due;

    Task(KeyQueue<T> queue, int log, long start, long end, int epoch, T item) {
        this.queue = queue;
        this.log = log;
        this.start = start;
        this.end = end;
        this.epoch = epoch;
        this.item = item;
    }

    public T item() {
        return item;
    }

    /** It is done: handled, or set aside. */
    public void done() {
        done = true;
    }

    /** It failed, and its key waits until then, in the nanoseconds of {@link System#nanoTime()}. */
    public void retryAt(long time) {
        failed();
        failedSinceTaken = true;
        due = time;
    }

    /** It is work for a key that is not one of its messages, and has no place in the partition. */
    boolean isErrand() {
        return start == end;
    }

    boolean isDone() {
        return done;
    }

    /** Whether it has failed since it was taken; asking forgets it. */
    boolean takeFailed() {
        boolean was = failedSinceTaken;
        failedSinceTaken = false;
        return was;
    }

    long due() {
        return due;
    }
}
