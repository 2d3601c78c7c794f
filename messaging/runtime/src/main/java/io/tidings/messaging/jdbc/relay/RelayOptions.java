package io.tidings.messaging.jdbc.relay;

import java.time.Duration;

/**
 * How a relay works.
 *
 * @param name what it relays, in one word, commonly the service's name. Relays of one name on one database share the work by
 *     taking turns. It becomes the transactional id {@code tidings-relay-<name>}, so it must be unique on the broker: two
 *     databases whose relays bear one name would fence each other without end
 * @param pollInterval how long an idle relay waits when nobody wakes it
 * @param batchSize how many messages go into one transaction of the broker, at most
 * @param lease how long a relay leads without a sign of life. Longer than the broker commonly takes for a batch; it bounds
 *     how long messages wait when a relay's machine dies
 * @param maxBackoff the longest pause between attempts while database or broker are away
 */
public record RelayOptions(String name, Duration pollInterval, int batchSize, Duration lease, Duration maxBackoff) {

    public RelayOptions {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A relay needs a name that is unique on the broker");
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("A batch has at least 1 message, not " + batchSize);
        }
        positive("pollInterval", pollInterval);
        positive("lease", lease);
        positive("maxBackoff", maxBackoff);
    }

    /** Polls every 200 ms, takes 500 messages at a time, leads for 10 s without a sign of life, backs off up to 5 s. */
    public static RelayOptions named(String name) {
        return new RelayOptions(name, Duration.ofMillis(200), 500, Duration.ofSeconds(10), Duration.ofSeconds(5));
    }

    public RelayOptions withPollInterval(Duration value) {
        return new RelayOptions(name, value, batchSize, lease, maxBackoff);
    }

    public RelayOptions withBatchSize(int value) {
        return new RelayOptions(name, pollInterval, value, lease, maxBackoff);
    }

    public RelayOptions withLease(Duration value) {
        return new RelayOptions(name, pollInterval, batchSize, value, maxBackoff);
    }

    public RelayOptions withMaxBackoff(Duration value) {
        return new RelayOptions(name, pollInterval, batchSize, lease, value);
    }

    String transactionalId() {
        return "tidings-relay-" + name;
    }

    private static void positive(String what, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(what + " must be more than nothing, not " + duration);
        }
    }
}
