package io.tidings.replication.internal.driver;

import io.tidings.replication.core.Row;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one thread writes them, with their index entries. Keys are those that travel. When what is written becomes durable,
 * and together with what, is the driver's affair.
 */
public interface RowTable {

    @Nullable Row get(byte[] key);

    /** Puts a row in the place of another. */
    void put(byte[] key, @Nullable Row before, Row after);

    /** Forgets a key: its grave was kept for long enough. */
    void remove(byte[] key, Row before);
}
