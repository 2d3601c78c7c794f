package io.tidings.replication.remote;

import io.tidings.replication.ReplicaRow;

/** A row with its key. */
public record Entry<K, V>(K key, ReplicaRow<V> row) {}
