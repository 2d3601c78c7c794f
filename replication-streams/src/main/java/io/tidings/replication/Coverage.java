package io.tidings.replication;

/** Which rows an instance of the service has. */
public enum Coverage {
    /** Instances share the channel's partitions; each has the rows of its own. */
    PARTITIONED,

    /** Each instance has all rows, and reads all partitions: for views that are small, or asked often, or joined with others. */
    FULL_COPY
}
