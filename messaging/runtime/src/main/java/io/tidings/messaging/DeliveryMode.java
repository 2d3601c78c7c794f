package io.tidings.messaging;

/** How the members of a group share a channel. */
public enum DeliveryMode {
    /** Each message goes to one of them, those of one key in order. */
    PARTITIONED,
    /**
     * Each message goes to whichever is free, without order: more members than partitions help. For commands without a key.
     */
    SHARED
}
