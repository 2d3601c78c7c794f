package io.tidings.replication;

/** Where rows are kept on this instance. Either way a changelog topic lets another instance take over. */
public enum StoreKind {
    /** On disk, under {@code state.dir}; a restart reads only what it missed. */
    ROCKSDB,

    /** On the heap; a restart reads the changelog topic. */
    MEMORY
}
