package io.tidings.replication.internal.driver;

import io.tidings.replication.core.Row;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A view without its types, as an endpoint and other instances read it, and what turns its bytes into types and back. Users' views
 * are it too, behind their interface. Whatever reads rows keeps to the view's readiness and staleness policy. Safe for use by
 * several threads.
 *
 * @param <K> keys
 * @param <V> rows
 */
public interface BareView<K, V> {

    Replica replica();

    /**
     * What rows are read from and as what: only views of the same name read each other's. While a definition is changed, one
     * generation is read by instances of both, and by each as its own rows.
     */
    String wireName();

    Placements placements();

    Progress progress();

    Readiness readiness();

    /** Rows that may be answered with. */
    Rows rows();

    /** Whether old rows may be answered with, however old they are. */
    boolean answersAlways();

    /**
     * A row, whatever its state.
     *
     * @param atLeast what it must have seen, as text, since this room does not know the types that users know; null if anything
     *     will do
     * @param timeout how long to wait for that
     */
    Optional<Row> find(byte[] key, @Nullable String atLeast, Duration timeout);

    byte[] keyBytes(K key);

    /**
     * A key.
     *
     * @throws io.tidings.messaging.PoisonMessageException if the bytes are none
     */
    K keyOf(byte[] bytes);

    /** The value of a live row. */
    V valueOf(Row row);

    /**
     * Under what rows stand in an index.
     *
     * @throws IllegalArgumentException if there is no such index, or the value is not of its type
     */
    IndexEntry entry(String index, Object value);
}
