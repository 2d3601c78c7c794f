package io.tidings.replication.internal.driver;

import io.tidings.replication.core.RowValue;
import java.util.List;

/** Which index entries a live row has. Safe for use by several threads. */
@FunctionalInterface
public interface Indexer {

    /** Of views without an index. */
    Indexer NONE = value -> List.of();

    /** The entries of a value; the same one is not given twice. */
    List<IndexEntry> entries(RowValue value);
}
