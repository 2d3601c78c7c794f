package io.tidings.replication.core;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts the rows of one store. Written by one thread, read by any. */
public final class Tally {

    private final AtomicLong live = new AtomicLong();
    private final AtomicLong graves = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();

    /** Of rows that were counted before. */
    public static Tally of(long live, long graves, long parked) {
        Tally tally = new Tally();
        tally.live.set(live);
        tally.graves.set(graves);
        tally.parked.set(parked);
        return tally;
    }

    /** A row took another's place; null stands for none. */
    public void replace(@Nullable Row before, @Nullable Row after) {
        count(before, -1);
        count(after, 1);
    }

    private void count(@Nullable Row row, int by) {
        if (row == null) {
            return;
        }
        if (row.live()) {
            live.addAndGet(by);
        }
        if (row.grave()) {
            graves.addAndGet(by);
        }
        if (row.parked() != null) {
            parked.addAndGet(by);
        }
    }

    public long live() {
        return live.get();
    }

    public long graves() {
        return graves.get();
    }

    public long parked() {
        return parked.get();
    }
}
