package io.tidings.replication.remote;

import java.time.Duration;

/**
 * How instances speak with each other.
 *
 * @param maxRows how many rows an instance answers with at most, at once
 * @param maxBytes how many bytes of rows
 * @param maxHops how many instances are asked for a key, one referring to the next, before the owner is looked up anew
 * @param suspicion for how long an instance that gave no answer is asked only when nobody else can be
 */
public record PeerOptions(int maxRows, int maxBytes, int maxHops, Duration suspicion) {

    /** 10,000 rows, 16 MiB, 2 hops, 1 second. */
    public static final PeerOptions DEFAULT = new PeerOptions(10_000, 16 * 1024 * 1024, 2, Duration.ofSeconds(1));

    public PeerOptions {
        if (maxRows < 1 || maxBytes < 1 || maxHops < 1 || suspicion.isNegative()) {
            throw new IllegalArgumentException("Limits of peers are at least 1, and a suspicion is not below 0");
        }
    }

    public PeerOptions withMaxRows(int value) {
        return new PeerOptions(value, maxBytes, maxHops, suspicion);
    }

    public PeerOptions withMaxHops(int value) {
        return new PeerOptions(maxRows, maxBytes, value, suspicion);
    }
}
