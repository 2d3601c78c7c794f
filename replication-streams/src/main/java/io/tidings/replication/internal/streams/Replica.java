package io.tidings.replication.internal.streams;

/**
 * What the driver needs to know of a replica.
 *
 * @param view for people
 * @param topic where its events come from
 * @param store the store's name
 * @param persistent on disk, or on the heap
 */
public record Replica(String view, String topic, String store, boolean persistent, EventReader reader) {}
