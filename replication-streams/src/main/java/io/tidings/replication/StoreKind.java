package io.tidings.replication;

/** Where rows are kept. */
public enum StoreKind {
    /** On disk, on each instance. */
    ROCKSDB,

    /** On the heap of each instance; restored at each start. */
    MEMORY,

    /** In the service's database, which its instances share. */
    SQL
}
