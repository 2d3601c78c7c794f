package io.tidings.messaging.jdbc.outbox;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Into which of 256 slots of the outbox a message falls, by which relays share the work: a key's messages are all in one slot,
 * whatever their address, so that one relay at a time sends them. Murmur2 with Kafka's seed, so that a relay of one shard out of
 * as many as a topic has partitions writes to one of them. Stateless.
 */
final class Slot {
    /** How many there are. A power of two, so that the usual numbers of shards get equally many. */
    static final int COUNT = 256;

    private static final int SEED = 0x9747b28c;
    private static final int MULTIPLIER = 0x5bd1e995;
    private static final int SHIFT = 24;

    private Slot() {}

    /** A message without a key has no order to keep, and falls anywhere. */
    static short of(byte @Nullable [] key, String messageId) {
        byte[] hashed = key == null ? messageId.getBytes(StandardCharsets.UTF_8) : key;
        return (short) ((murmur2(hashed) & 0x7fff_ffff) % COUNT);
    }

    private static int murmur2(byte[] data) {
        int hash = SEED ^ data.length;
        int whole = data.length / Integer.BYTES * Integer.BYTES;
        for (int i = 0; i < whole; i += Integer.BYTES) {
            int word = byteAt(data, i)
                    | (byteAt(data, i + 1) << 8)
                    | (byteAt(data, i + 2) << 16)
                    | (byteAt(data, i + 3) << 24);
            word *= MULTIPLIER;
            word ^= word >>> SHIFT;
            hash = (hash * MULTIPLIER) ^ (word * MULTIPLIER);
        }
        if (whole < data.length) {
            for (int i = data.length - 1; i >= whole; i--) {
                hash ^= byteAt(data, i) << (Byte.SIZE * (i - whole));
            }
            hash *= MULTIPLIER;
        }
        hash ^= hash >>> 13;
        hash *= MULTIPLIER;
        return hash ^ (hash >>> 15);
    }

    private static int byteAt(byte[] data, int index) {
        return data[index] & 0xff;
    }
}
