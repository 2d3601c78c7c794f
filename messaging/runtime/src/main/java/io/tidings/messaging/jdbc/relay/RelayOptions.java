package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.outbox.OutboxTable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a relay works.
 *
 * @param name what it relays, in one word, commonly the service's name. Relays of one name on one database share the work by
 *     taking turns. It becomes the transactional id {@code tidings-relay-<name>} (that of a second shard
 *     {@code tidings-relay-<name>-1}, and so on; over Kafka each once more with {@code ~2} behind it), so it must be unique on the
 *     broker: two databases whose relays bear one name would fence each other without end
 * @param pollInterval how long an idle relay waits when nobody wakes it
 * @param batchSize how many messages go into one transaction of the broker, at most
 * @param lease how long a relay leads without a sign of life. Longer than the broker commonly takes for a batch; it bounds
 *     how long messages wait when a relay's machine dies
 * @param maxBackoff the longest pause between attempts while database or broker are away
 * @param shards how many relays work side by side, each with the keys of its part; they may be in one process or in many, which
 *     share them evenly. All relays of one name must say the same; when it is changed, those with the new number wait until the
 *     last with the old one has ended
 * @param sentKept how long messages are kept in the outbox after they were sent; null if they are deleted at once
 */
public record RelayOptions(
        String name,
        Duration pollInterval,
        int batchSize,
        Duration lease,
        Duration maxBackoff,
        int shards,
        @Nullable Duration sentKept) {

    /** More than this would have no key to serve. */
    public static final int MOST_SHARDS = OutboxTable.SLOTS;

    public RelayOptions {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A relay needs a name that is unique on the broker");
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("A batch has at least 1 message, not " + batchSize);
        }
        if (shards < 1 || shards > MOST_SHARDS) {
            throw new IllegalArgumentException("The shards of a relay are 1 to " + MOST_SHARDS + ", not " + shards);
        }
        positive("pollInterval", pollInterval);
        positive("lease", lease);
        positive("maxBackoff", maxBackoff);
        if (sentKept != null) {
            positive("sentKept", sentKept);
        }
    }

    /**
     * Polls every 200 ms, takes 2,000 messages at a time, leads for 10 s without a sign of life, backs off up to 5 s; alone, and
     * deletes what it has sent.
     */
    public static RelayOptions named(String name) {
        return new RelayOptions(
                name, Duration.ofMillis(200), 2_000, Duration.ofSeconds(10), Duration.ofSeconds(5), 1, null);
    }

    public RelayOptions withPollInterval(Duration value) {
        return new RelayOptions(name, value, batchSize, lease, maxBackoff, shards, sentKept);
    }

    public RelayOptions withBatchSize(int value) {
        return new RelayOptions(name, pollInterval, value, lease, maxBackoff, shards, sentKept);
    }

    public RelayOptions withLease(Duration value) {
        return new RelayOptions(name, pollInterval, batchSize, value, maxBackoff, shards, sentKept);
    }

    public RelayOptions withMaxBackoff(Duration value) {
        return new RelayOptions(name, pollInterval, batchSize, lease, value, shards, sentKept);
    }

    /** Parts the work, by the keys: see {@link #shards}. */
    public RelayOptions withShards(int value) {
        return new RelayOptions(name, pollInterval, batchSize, lease, maxBackoff, value, sentKept);
    }

    /**
     * Marks messages when they are sent, and deletes them when they were sent so long ago. Until then an operator can have them
     * sent again ({@link io.tidings.messaging.jdbc.outbox.JdbcOutbox#resend}). Marking costs more than deleting.
     */
    public RelayOptions keepingSent(Duration retention) {
        return new RelayOptions(name, pollInterval, batchSize, lease, maxBackoff, shards, retention);
    }

    /** The first bears the relay's name alone, however many there are: who leads by another number is fenced too. */
    String transactionalId(int shard) {
        return shard == 0 ? "tidings-relay-" + name : "tidings-relay-" + name + "-" + shard;
    }

    private static void positive(String what, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(what + " must be more than nothing, not " + duration);
        }
    }
}
