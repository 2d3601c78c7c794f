package io.tidings.messaging.majors;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.BatchLimits;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.Retention;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Upcaster;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands the messages of an older major version to a handler that knows the newer one alone: with the newer payload and kind, and
 * with the id, source, time and headers that they came with. Kinds that the newer version does not have come as unknown ones.
 * Immutable, and as safe for use by several threads as the handler.
 *
 * @param <K> the key in Java
 */
public final class Upcasting<K> implements MessageHandler<K> {

    private final MessageHandler<K> handler;
    private final Map<MessageType<?>, Step<?, ?>> steps;

    private Upcasting(MessageHandler<K> handler, Map<MessageType<?>, Step<?, ?>> steps) {
        this.handler = handler;
        this.steps = steps;
    }

    /** For this handler; it knows of no kind yet. */
    public static <K> Upcasting<K> to(MessageHandler<K> handler) {
        return new Upcasting<>(handler, Map.of());
    }

    /** The same, which also turns one kind into another. */
    public <O, N> Upcasting<K> with(
            MessageType<O> older, MessageType<N> newer, Upcaster<? super O, ? extends N> upcaster) {
        Map<MessageType<?>, Step<?, ?>> more = new HashMap<>(steps);
        more.put(older, new Step<>(older, newer, upcaster));
        return new Upcasting<>(handler, more);
    }

    /** What to subscribe: one that takes batches, where the handler does. */
    public MessageHandler<K> handler() {
        return handler instanceof BatchHandler<K> batches ? new Batches(batches) : this;
    }

    @Override
    public void subscribing(SubscriptionSpec<K> spec, Supplier<Retention> retention) {
        handler.subscribing(spec, retention);
    }

    /**
     * Hands it on.
     *
     * @throws PoisonMessageException if the newer version cannot say it
     */
    @Override
    public void handle(Received<K, ?> message) throws Exception {
        handler.handle(upcast(message));
    }

    /** Without a payload, if the newer version cannot say it. */
    @Override
    public void givenUp(Received<K, ?> message, Throwable failure) throws Exception {
        Received<K, ?> newer;
        try {
            newer = upcast(message);
        } catch (PoisonMessageException e) {
            newer = message.with(null, null);
        }
        handler.givenUp(newer, failure);
    }

    private Received<K, ?> upcast(Received<K, ?> message) {
        MessageType<?> type = message.type();
        Step<?, ?> step = type == null ? null : steps.get(type);
        return step == null ? message.with(null, message.payload()) : step.take(message);
    }

    /** Hands on several at once, under the same terms. */
    private final class Batches implements BatchHandler<K> {
        private final BatchHandler<K> batches;

        Batches(BatchHandler<K> batches) {
            this.batches = batches;
        }

        @Override
        public void handleAll(List<Received<K, ?>> batch) throws Exception {
            List<Received<K, ?>> newer = new ArrayList<>(batch.size());
            for (Received<K, ?> message : batch) {
                newer.add(upcast(message));
            }
            batches.handleAll(newer);
        }

        @Override
        public void givenUp(Received<K, ?> message, Throwable failure) throws Exception {
            Upcasting.this.givenUp(message, failure);
        }

        @Override
        public void subscribing(SubscriptionSpec<K> spec, Supplier<Retention> retention) {
            Upcasting.this.subscribing(spec, retention);
        }

        @Override
        public BatchLimits limits() {
            return batches.limits();
        }
    }

    private record Step<O, N>(MessageType<O> older, MessageType<N> newer, Upcaster<? super O, ? extends N> upcaster) {

        <K> Received<K, N> take(Received<K, ?> message) {
            Object payload = message.payload();
            @Nullable N upcast =
                    payload == null ? null : upcaster.upcast(older.payloadType().cast(payload));
            Metadata metadata = message.metadata().withType(newer.name());
            return new Received<>(message.key(), newer, upcast, metadata, message.origin(), headers(message));
        }

        /** Kinds are told apart by marks, too. */
        private Map<String, byte[]> headers(Received<?, ?> message) {
            if (older.marks().equals(newer.marks())) {
                return message.headers();
            }
            Map<String, byte[]> headers = new HashMap<>(message.headers());
            newer.marks().forEach((name, value) -> headers.put(name, value.getBytes(StandardCharsets.UTF_8)));
            return headers;
        }
    }
}
