package io.tidings.examples.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits until something is so. */
final class Await {

    private static final long PAUSE_MILLIS = 50;

    private Await() {}

    /** Something that may not be so yet. */
    interface Look<T> {
        Optional<T> look() throws Exception;
    }

    static <T> T until(String what, Duration deadline, Look<T> look) throws Exception {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            Optional<T> seen = look.look();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (System.nanoTime() > end) {
                throw new DemoFailure("waited " + deadline.toSeconds() + " s in vain until " + what);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }
}
