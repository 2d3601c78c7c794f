package io.tidings.messaging.owner;

/**
 * Has PostgreSQL (11 and newer) compute what a {@link ChecksumTable} is made of, so that no row leaves the database.
 */
public final class ChecksumSql {

    private ChecksumSql() {}

    /**
     * A query whose rows are bucket, count and sum: {@code table.add(row.getInt(1), row.getLong(2),
     * row.getBigDecimal(3).toBigInteger().longValue())} for each. The arguments become part of the query as they are: they
     * are SQL of the caller's, never what somebody else has sent.
     *
     * @param from a table, or any other {@code FROM} clause with its conditions, such as {@code orders WHERE NOT deleted}
     * @param key the key's bytes as they travel: {@code convert_to(id, 'UTF8')} for text, {@code int8send(id)} for a long, {@code
     *     int4send(id)} for an int
     * @param version an integer
     * @param buckets a power of two
     */
    public static String buckets(String from, String key, String version, int buckets) {
        ChecksumTable.checkBuckets(buckets);
        return """
                SELECT bucket, count(*), sum(item) FROM (
                    SELECT ('x' || encode(substr(sha256(key), 1, 4), 'hex'))::bit(32)::int & %d AS bucket,
                           ('x' || encode(substr(sha256(key || int8send(version)), 1, 8), 'hex'))::bit(64)::bigint AS item
                    FROM (SELECT %s AS key, (%s)::bigint AS version FROM %s) AS entities) AS items
                GROUP BY bucket
                """.formatted(buckets - 1, key, version, from);
    }

    /**
     * A query whose rows are key and version of the entities in one bucket, to find out which of them differ.
     *
     * @param bucket which one; the other arguments are those of {@link #buckets}
     */
    public static String rows(String from, String key, String version, int buckets, int bucket) {
        ChecksumTable.checkBuckets(buckets);
        return """
                SELECT key, version FROM (SELECT %s AS key, (%s)::bigint AS version FROM %s) AS entities
                WHERE ('x' || encode(substr(sha256(key), 1, 4), 'hex'))::bit(32)::int & %d = %d
                """.formatted(key, version, from, buckets - 1, bucket);
    }
}
