package io.tidings.messaging.jdbc.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.jdbc.Interposed;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A relay that stands still as a whole, as under SIGSTOP: from some moment on, until it is resumed. */
final class Frozen {
    private Frozen() {}

    /** Stands still before the next statement of each connection, once {@code frozen} is zero. */
    static DataSource over(DataSource source, CountDownLatch frozen, CountDownLatch resumed) {
        Interposed standing = () -> {
            if (frozen.getCount() == 0) {
                assertThat(resumed.await(60, TimeUnit.SECONDS)).isTrue();
            }
        };
        return standing.over(source);
    }

    /** Is one of those things that freeze, and stands still. */
    static void here(CountDownLatch frozen, CountDownLatch resumed) {
        frozen.countDown();
        try {
            assertThat(resumed.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
