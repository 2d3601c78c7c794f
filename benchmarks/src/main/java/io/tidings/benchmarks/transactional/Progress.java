package io.tidings.benchmarks.transactional;

import io.tidings.benchmarks.Turn;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Counts what was done and committed, from the end of the first batch on: joining a group is not what is measured. Thread-safe. */
final class Progress {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int expected;
    private final CountDownLatch all = new CountDownLatch(1);
    private Turn.@Nullable Watch watch;
    private @Nullable Turn turn;
    private int first;
    private int done;

    Progress(int expected) {
        this.expected = expected;
    }

    synchronized void done(int messages) {
        done += messages;
        if (watch == null) {
            watch = Turn.start();
            // One batch may be all there is, in a short try.
            first = done < expected ? done : 0;
        }
        if (done >= expected && turn == null) {
            turn = watch.stop(done - first);
            all.countDown();
        }
    }

    Turn await() throws InterruptedException {
        if (!all.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("Not all " + expected + " were done within " + PATIENCE);
        }
        return turn();
    }

    private synchronized Turn turn() {
        if (turn == null) {
            throw new IllegalStateException("It is not done");
        }
        return turn;
    }
}
