package io.tidings.messaging.owner;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which entities live, and in which version, in so few numbers that owner and replica can exchange them: keys are spread over
 * buckets, and each bucket has a count and a sum. The order in which entities are added does not matter; tables of disjoint
 * parts, such as the partitions of several instances, add up. Immutable.
 *
 * <p>The bucket of a key is the first four bytes of its SHA-256, modulo the number of buckets; an entity adds the first eight
 * bytes of the SHA-256 of its key followed by its version (eight bytes, big-endian) to the sum, modulo 2<sup>64</sup>. The key
 * is the bytes that travel. {@link ChecksumSql} has PostgreSQL compute the same.
 */
public final class ChecksumTable {

    /** For tables of up to some millions of entities. */
    public static final int BUCKETS = 1024;

    private static final int MOST_BUCKETS = 1 << 16;

    private final long[] counts;
    private final long[] sums;

    private ChecksumTable(long[] counts, long[] sums) {
        this.counts = counts;
        this.sums = sums;
    }

    /** Adds up entities. For one thread. */
    public static final class Builder {

        private final MessageDigest digest = sha256();
        private final byte[] version = new byte[Long.BYTES];
        private final long[] counts;
        private final long[] sums;

        private Builder(int buckets) {
            checkBuckets(buckets);
            this.counts = new long[buckets];
            this.sums = new long[buckets];
        }

        /** Adds an entity that lives. */
        public Builder add(byte[] key, long itsVersion) {
            int bucket = bucket(digest, key, counts.length);
            ByteBuffer.wrap(version).putLong(itsVersion);
            digest.update(key);
            digest.update(version);
            counts[bucket]++;
            sums[bucket] += ByteBuffer.wrap(digest.digest()).getLong();
            return this;
        }

        /** Adds what was added up elsewhere, as by SQL. */
        public Builder add(int bucket, long count, long sum) {
            counts[bucket] += count;
            sums[bucket] += sum;
            return this;
        }

        public ChecksumTable build() {
            return new ChecksumTable(counts.clone(), sums.clone());
        }
    }

    /**
     * An empty table.
     *
     * @param buckets a power of two, 65,536 at most
     */
    public static Builder of(int buckets) {
        return new Builder(buckets);
    }

    /** In which bucket a key is. */
    public static int bucket(byte[] key, int buckets) {
        checkBuckets(buckets);
        return bucket(sha256(), key, buckets);
    }

    public int buckets() {
        return counts.length;
    }

    /** How many entities it was made of. */
    public long count() {
        return Arrays.stream(counts).sum();
    }

    public long count(int bucket) {
        return counts[bucket];
    }

    public long sum(int bucket) {
        return sums[bucket];
    }

    /**
     * Both together.
     *
     * @throws IllegalArgumentException if they have different numbers of buckets
     */
    public ChecksumTable plus(ChecksumTable other) {
        sameBuckets(other);
        Builder both = of(buckets());
        for (int bucket = 0; bucket < buckets(); bucket++) {
            both.add(bucket, counts[bucket], sums[bucket]);
            both.add(bucket, other.counts[bucket], other.sums[bucket]);
        }
        return both.build();
    }

    /**
     * The buckets in which they do not agree.
     *
     * @throws IllegalArgumentException if they have different numbers of buckets
     */
    public List<Integer> differences(ChecksumTable other) {
        sameBuckets(other);
        List<Integer> different = new ArrayList<>();
        for (int bucket = 0; bucket < buckets(); bucket++) {
            if (counts[bucket] != other.counts[bucket] || sums[bucket] != other.sums[bucket]) {
                different.add(bucket);
            }
        }
        return different;
    }

    /** As JSON: {@code {"algorithm":"sha-256","counts":[…],"sums":["16 hexadecimal digits",…]}}, an entry for each bucket. */
    public String toJson() {
        return ChecksumJson.write(counts, sums);
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static ChecksumTable ofJson(String json) {
        long[] counts = ChecksumJson.counts(json);
        long[] sums = ChecksumJson.sums(json);
        checkBuckets(counts.length);
        if (sums.length != counts.length) {
            throw new IllegalArgumentException(
                    "A table of checksums has as many sums as counts, not " + sums.length + " and " + counts.length);
        }
        return new ChecksumTable(counts, sums);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChecksumTable table
                && Arrays.equals(counts, table.counts)
                && Arrays.equals(sums, table.sums);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sums);
    }

    @Override
    public String toString() {
        return count() + " entities in " + buckets() + " buckets";
    }

    private void sameBuckets(ChecksumTable other) {
        if (other.buckets() != buckets()) {
            throw new IllegalArgumentException("Tables of " + buckets() + " and " + other.buckets()
                    + " buckets cannot be compared: compute one of them anew");
        }
    }

    static void checkBuckets(int buckets) {
        if (buckets < 1 || buckets > MOST_BUCKETS || Integer.bitCount(buckets) != 1) {
            throw new IllegalArgumentException(
                    "The number of buckets is a power of two up to " + MOST_BUCKETS + ", not " + buckets);
        }
    }

    private static int bucket(MessageDigest digest, byte[] key, int buckets) {
        return ByteBuffer.wrap(digest.digest(key)).getInt() & (buckets - 1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
