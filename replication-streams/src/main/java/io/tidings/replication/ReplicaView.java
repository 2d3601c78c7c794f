package io.tidings.replication;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The rows of a replica on this instance. Safe for use by several threads.
 *
 * <p>Instances that share an application id share the partitions: each holds, and answers for, only its own. With several
 * instances an absent key may live on another one.
 *
 * <p>Rows are answered only while the replica is {@linkplain Replication#ready() ready}: before it has caught up, while
 * partitions move and while a store is restored, an absent row would mean nothing. Whoever asks then gets a {@link
 * io.tidings.messaging.TransientMessagingException}; and, if the definition's {@linkplain Staleness staleness policy} says so, a
 * {@link StaleReplicaException} while it has lost touch with its owner. The counts and the positions can always be asked for.
 */
public interface ReplicaView<K, V> {

    /** What this is a view of. */
    ReplicaDefinition<K, V> definition();

    /**
     * The row of a key; empty if the entity was never heard of or is gone.
     *
     * @throws io.tidings.messaging.TransientMessagingException if the replica is not ready
     */
    Optional<V> get(K key);

    /**
     * The row of a key with its version; empty if the entity was never heard of or is gone.
     *
     * @throws io.tidings.messaging.TransientMessagingException if the replica is not ready
     */
    Optional<ReplicaRow<V>> row(K key);

    /**
     * The row of a key that has seen a change: waits for it.
     *
     * @param atLeast the change: a version from a command's reply, or a place from a receipt
     * @param timeout how long to wait; zero looks once
     * @throws BehindException if the view did not come that far in time
     * @throws ParkedKeyException if the change has arrived and could not be understood
     * @throws io.tidings.messaging.TransientMessagingException if the replica is not ready, and was not within that time
     * @throws IllegalArgumentException if the place is on a channel that does not feed the view
     */
    Optional<ReplicaRow<V>> row(K key, AtLeast atLeast, Duration timeout);

    /** As {@link #row(Object, AtLeast, Duration)}; empty if the entity was never heard of or is gone. */
    default Optional<V> get(K key, AtLeast atLeast, Duration timeout) {
        return row(key, atLeast, timeout).map(ReplicaRow::value);
    }

    /**
     * The rows that an index finds.
     *
     * @param index one of the definition's
     * @throws io.tidings.messaging.TransientMessagingException if the replica is not ready
     * @throws IllegalArgumentException if the definition has no such index
     */
    <T> Map<K, V> by(Index<V, T> index, T value);

    /**
     * Visits the rows of a range of keys, in the order of the keys: text by its code points, numbers by their size.
     *
     * @param from the first
     * @param to the last, which is visited too
     * @throws io.tidings.messaging.TransientMessagingException if the replica is not ready
     */
    void range(K from, K to, BiConsumer<? super K, ? super V> visitor);

    /**
     * Visits all rows, in no promised order. Rows that change meanwhile are seen before or after their change.
     *
     * @throws io.tidings.messaging.TransientMessagingException if the replica is not ready
     */
    void forEach(BiConsumer<? super K, ? super V> visitor);

    /**
     * Visits the keys whose newest event could not be understood.
     *
     * @throws io.tidings.messaging.TransientMessagingException if the replica is not ready
     */
    void forEachParked(Consumer<ParkedKey> visitor);

    /** How many entities live, about: rows that are being written may be counted or not. */
    long size();

    /** How many keys are parked: their newest event could not be understood, and nothing newer has healed them. */
    long parked();

    /**
     * How many records without a key were passed over since this instance started. Nothing can be kept for them; each is
     * logged with its offset.
     */
    long withoutKey();

    /** How far this instance has come, on each channel that feeds the view. */
    List<Position> positions();

    /** How fresh the answers are. */
    Freshness freshness();

    /**
     * How many offsets the channels' ends are ahead of {@link #positions()}, over the partitions of this instance. Asks the
     * broker.
     *
     * @throws io.tidings.messaging.TransientMessagingException if the broker does not answer in time
     */
    long lag();
}
