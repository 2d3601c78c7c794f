package io.tidings.messaging;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes several messages of a subscription at once: as many as wait, up to a limit, without waiting for more unless it is told
 * to. Where the time of handling is mostly that of a commit, one commit for many is worth more than anything else. A transport
 * that knows nothing of batches hands over one message at a time.
 *
 * <p>Messages come in the order of their partition, so those of one key in theirs; a partition has one batch at hand at a time.
 *
 * <p><b>When a batch fails.</b> What passes by itself is waited for, and the batch is handed over again. Else it is taken apart,
 * each half by itself, until the message stands alone that is to blame: its key waits or is parked, the others are done. So a
 * handler that throws must have undone what it did for the whole batch, as a transaction does; else effects are doubled.
 */
@FunctionalInterface
public interface BatchHandler<K> extends MessageHandler<K> {

    /**
     * Handles messages together; when it returns, all of them are done.
     *
     * @param batch at least one, in the order of their partition; in no order from a share group
     * @throws Exception if it failed: then none of them is done
     */
    void handleAll(List<Received<K, ?>> batch) throws Exception;

    @Override
    default void handle(Received<K, ?> message) throws Exception {
        handleAll(List.of(message));
    }

    /** How much it takes at once; asked when a subscription starts. */
    default BatchLimits limits() {
        return BatchLimits.DEFAULT;
    }

    /** The same handler with other limits. */
    default BatchHandler<K> within(BatchLimits limits) {
        BatchHandler<K> all = this;
        return new BatchHandler<>() {
            @Override
            public void handleAll(List<Received<K, ?>> batch) throws Exception {
                all.handleAll(batch);
            }

            @Override
            public void givenUp(Received<K, ?> message, Throwable failure) throws Exception {
                all.givenUp(message, failure);
            }

            @Override
            public void subscribing(SubscriptionSpec<K> spec, Supplier<Retention> retention) {
                all.subscribing(spec, retention);
            }

            @Override
            public BatchLimits limits() {
                return limits;
            }
        };
    }

    /** Adapts a typed handler. What generated subscribers call. */
    static <K, V> BatchHandler<K> of(Function<Received<K, ?>, Received<K, V>> type, Typed<K, V> handler) {
        return batch -> handler.handleAll(batch.stream().map(type).toList());
    }

    /** Takes several messages of one type at once, under the terms of {@link BatchHandler}. */
    @FunctionalInterface
    interface Typed<K, V> {
        void handleAll(List<Received<K, V>> batch) throws Exception;
    }
}
