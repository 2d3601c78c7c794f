package io.tidings.replication.core;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which keys were seen, in some 16 bytes each. Two keys with the same 64 bits of their SHA-256 count as one: with a billion keys
 * it takes luck to see that once, and then a key counts as seen that was not. For one thread.
 */
public final class KeyMarks {

    private static final int FIRST_SIZE = 1 << 10;
    private static final long FREE = 0;

    private final MessageDigest digest = sha256();
    private long[] table = new long[FIRST_SIZE];
    private int size;

    public void mark(byte[] key) {
        if (size * 2 >= table.length) {
            grow();
        }
        if (put(table, hash(key))) {
            size++;
        }
    }

    public boolean marked(byte[] key) {
        long hash = hash(key);
        int at = place(hash, table.length);
        while (table[at] != FREE) {
            if (table[at] == hash) {
                return true;
            }
            at = (at + 1) & (table.length - 1);
        }
        return false;
    }

    /** How many different keys were marked. */
    public int size() {
        return size;
    }

    private void grow() {
        long[] larger = new long[Math.multiplyExact(table.length, 2)];
        for (long hash : table) {
            if (hash != FREE) {
                put(larger, hash);
            }
        }
        table = larger;
    }

    private static boolean put(long[] into, long hash) {
        int at = place(hash, into.length);
        while (into[at] != FREE) {
            if (into[at] == hash) {
                return false;
            }
            at = (at + 1) & (into.length - 1);
        }
        into[at] = hash;
        return true;
    }

    private static int place(long hash, int length) {
        return (int) hash & (length - 1);
    }

    private long hash(byte[] key) {
        long hash = ByteBuffer.wrap(digest.digest(key)).getLong();
        return hash == FREE ? 1 : hash;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
