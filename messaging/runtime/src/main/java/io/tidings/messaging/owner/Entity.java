package io.tidings.messaging.owner;

import org.jspecify.annotations.Nullable;

/**
 * An entity as its owner has it now.
 *
 * @param place where it stands in an order that never changes, such as that of the primary key: the cursor of who goes on
 *     behind it
 * @param version the owner's; it grows with each change
 * @param payload what is published about it; null if it is gone: then a tombstone with its version is published
 */
public record Entity<K, V>(
        String place, K key, long version, @Nullable V payload) {}
