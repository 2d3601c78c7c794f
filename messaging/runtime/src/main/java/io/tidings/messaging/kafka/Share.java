package io.tidings.messaging.kafka;

/**
 * How much a worker takes at a time. Much, where handlers are so quick that taking would cost more than handling; one message,
 * where they are slow and others could handle the second meanwhile. Safe for use by
 * several threads.
 */
final class Share {

    /** So long may a worker be busy with what it took at once, in nanoseconds. */
    private static final double GRAIN = 100_000;

    private static final int MOST = 64;

    /** How much the newest measurement counts. */
    private static final double WEIGHT = 0.2;

    /** Nanoseconds that one message takes, about. At first: nobody knows, so others get a chance. */
    private volatile double each = GRAIN;

    /** How many messages to take, of so many that wait for so many workers. */
    int of(int waiting, int workers) {
        return Math.max(1, Math.min(perTurn(), (waiting + workers - 1) / workers));
    }

    /** How many workers so many keys are worth. */
    int workersFor(int keys) {
        return (keys + perTurn() - 1) / perTurn();
    }

    /** Workers that measure at once may lose a measurement, and no more. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // an average survives that
    void took(int messages, long nanos) {
        if (messages > 0) {
            each = each + WEIGHT * ((double) nanos / messages - each);
        }
    }

    private int perTurn() {
        return (int) Math.max(1, Math.min(MOST, GRAIN / Math.max(each, 1)));
    }
}
