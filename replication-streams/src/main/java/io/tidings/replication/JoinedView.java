package io.tidings.replication;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Two views read as one, by the same key or by a foreign key. Each keeps its rows under a guard of its own, and they are joined
 * when somebody asks: so it makes no difference which of them hears first of what belongs together, and nothing is ever joined
 * with what was there before. The answer is what both know now, which need not be of the same moment. Safe for use by several
 * threads.
 *
 * @param <K> keys of the left view, by which the joined one is asked
 * @param <L> rows of the left view
 * @param <R> rows of the right view
 */
public final class JoinedView<K, L, R> {

    private final ReplicaView<K, L> left;
    private final Joining<K, L, R> joining;

    private interface Joining<K, L, R> {
        Optional<ReplicaRow<R>> right(K key, L left);
    }

    /**
     * A row of the left view with that of the right one.
     *
     * @param right empty if there is none, or the left row has no key for it
     */
    public record Joined<L, R>(ReplicaRow<L> left, Optional<ReplicaRow<R>> right) {}

    private JoinedView(ReplicaView<K, L> left, Joining<K, L, R> joining) {
        this.left = left;
        this.joining = joining;
    }

    /**
     * Joins rows that have the same key.
     *
     * @throws IllegalArgumentException if the right view does not have all its rows on each instance
     */
    public static <K, L, R> JoinedView<K, L, R> byKey(ReplicaView<K, L> left, ReplicaView<K, R> right) {
        requireAllOf(right);
        return new JoinedView<>(left, (key, row) -> right.row(key));
    }

    /**
     * Joins rows to those that they name.
     *
     * @param foreignKey the right row's key; empty where a left row names none
     * @throws IllegalArgumentException if the right view does not have all its rows on each instance
     */
    public static <K, L, F, R> JoinedView<K, L, R> byForeignKey(
            ReplicaView<K, L> left, Function<? super L, Optional<F>> foreignKey, ReplicaView<F, R> right) {
        requireAllOf(right);
        requireNonNull(foreignKey, "foreignKey");
        return new JoinedView<>(left, (key, row) -> foreignKey.apply(row).flatMap(right::row));
    }

    /**
     * What is known of a key; empty if the left view has no row of it.
     *
     * @throws io.tidings.messaging.TransientMessagingException if one of the views is not ready
     */
    public Optional<Joined<L, R>> get(K key) {
        return left.row(key).map(row -> joined(key, row));
    }

    /** The same when the left row has seen a change; what is thrown is that of {@link ReplicaView#row(Object, AtLeast, Duration)}. */
    public Optional<Joined<L, R>> get(K key, AtLeast atLeast, Duration timeout) {
        return left.row(key, atLeast, timeout).map(row -> joined(key, row));
    }

    /** Visits the left rows that an index finds, each with its right one. */
    public <T> void by(Index<L, T> index, T value, BiConsumer<? super K, ? super Joined<L, R>> visitor) {
        for (K key : left.by(index, value).keySet()) {
            // Read again with its version; it may have gone meanwhile.
            get(key).ifPresent(row -> visitor.accept(key, row));
        }
    }

    private Joined<L, R> joined(K key, ReplicaRow<L> row) {
        return new Joined<>(row, joining.right(key, row.value()));
    }

    /** Two views have groups of their own, which share out their partitions as they like: a row's partner may be elsewhere. */
    private static void requireAllOf(ReplicaView<?, ?> right) {
        ReplicaDefinition<?, ?> definition = right.definition();
        if (definition.coverage() == Coverage.PARTITIONED && definition.store() != StoreKind.SQL) {
            throw new IllegalArgumentException("View '" + definition.view()
                    + "' has only a part of its rows on each instance, and cannot be joined to another one: let it be a full"
                    + " copy, or keep it in a database");
        }
    }
}
