package io.tidings.messaging.jdbc.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether relays of other names empty the same outbox: nothing is lost then, but each message may be sent by each of them. Looks
 * now and then, and at once when somebody else has taken what was sent. Used by one thread at a time, but for its trouble.
 */
final class OthersWatch {
    private static final Logger LOG = LoggerFactory.getLogger(OthersWatch.class);

    private final LeasedOutbox outbox;
    private final String name;
    private final long interval;
    private final LongSupplier nanoTime;
    private boolean due = true;
    private long lookedAt;
    private Set<String> others = Set.of();
    private volatile @Nullable String trouble;

    OthersWatch(LeasedOutbox outbox, String name, Duration interval, LongSupplier nanoTime) {
        this.outbox = outbox;
        this.name = name;
        this.interval = interval.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Has it look the next time. */
    void suspect() {
        due = true;
    }

    /** Looks if it is time to. */
    void look() throws SQLException {
        long now = nanoTime.getAsLong();
        if (!due && now - lookedAt < interval) {
            return;
        }
        Set<String> found = outbox.others();
        lookedAt = now;
        due = false;
        if (found.equals(others)) {
            return;
        }
        others = found;
        trouble = found.isEmpty() ? null : told(found);
        if (found.isEmpty()) {
            LOG.info("Relay {} is alone on its outbox again", name);
        } else {
            LOG.warn("Relay {}: {}", name, trouble);
        }
    }

    private static String told(Set<String> names) {
        return "Another relay, of the name '" + String.join("', '", names)
                + "', empties this outbox too, so that messages may be sent twice. Relays of one outbox bear one name: end those"
                + " of the other";
    }

    /** What is to be told while it is so. */
    @Nullable String trouble() {
        return trouble;
    }
}
