package io.tidings.replication.remote;

import io.tidings.replication.Freshness;
import io.tidings.replication.ReplicaRow;
import java.util.Optional;

/**
 * What a view answers about a key, and who did.
 *
 * @param row empty if the entity was never heard of or is gone
 * @param from the instance, as {@code host:port}; empty if it is this one and has no address
 * @param standby whether it only follows the key's partition: it may be any time behind, and its freshness tells nothing
 */
public record Answer<V>(Optional<ReplicaRow<V>> row, String from, boolean standby, Freshness freshness) {

    /** The entity. */
    public Optional<V> value() {
        return row.map(ReplicaRow::value);
    }
}
