package io.tidings.codegen.fake;

import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.CatchUp;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Gather;
import io.tidings.messaging.Gathered;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.ReplyCounts;
import io.tidings.messaging.Replying;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import io.tidings.messaging.serde.AvroMessageCodec;
import io.tidings.messaging.serde.CodecSettings;
import io.tidings.registry.InMemorySchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands every message over at once, in the sender's thread, but through the real codec: what arrives was bytes on the way. Where
 * {@link #onBroker} was called, messages go by a real broker, and by its threads, and all else is the same.
 */
public final class FakeTransport implements Transport, AtomicSink {

    private static final Set<String> FORGOTTEN_ON_BROKER = new CopyOnWriteArraySet<>();
    private static final List<AutoCloseable> OPEN_ON_BROKER = new ArrayList<>();
    private static @Nullable BrokerTransport broker;

    private final Map<String, List<Consumer<EncodedMessage>>> listeners = new HashMap<>();
    private final List<String> groups = new ArrayList<>();
    private final Set<String> forgotten = new HashSet<>();

    private static Received.Origin at(String address) {
        return new Received.Origin(address, 0, 0, Instant.EPOCH);
    }

    private final MessageCodec codec = new AvroMessageCodec(
            new InMemorySchemaRegistry(), CodecSettings.from(Map.of(CodecSettings.SOURCE, "/test")));

    /** What an earlier one left open is closed. */
    public FakeTransport() {
        forgetNothing();
    }

    /** From now on, all that are made go by a broker. */
    public static BrokerTransport onBroker(String bootstrapServers) {
        BrokerTransport connected =
                BrokerTransport.connect(bootstrapServers, message -> without(message, FORGOTTEN_ON_BROKER));
        broker = connected;
        return connected;
    }

    /** Closes that connection. */
    public static void offBroker() {
        forgetNothing();
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }

    private static void forgetNothing() {
        FORGOTTEN_ON_BROKER.clear();
        for (AutoCloseable open : OPEN_ON_BROKER) {
            try {
                open.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        OPEN_ON_BROKER.clear();
    }

    /** The groups that subscribed. */
    public List<String> groups() {
        return groups;
    }

    @Override
    public boolean flush(Duration deadline) {
        return true;
    }

    @Override
    public MessageSink sink() {
        return this;
    }

    @Override
    public <K, V> CompletionStage<Receipt> send(OutgoingMessage<K, V> message) {
        if (broker != null) {
            return broker.send(message);
        }
        return CompletableFuture.completedFuture(deliver(codec.encode(message)));
    }

    @Override
    public CompletionStage<List<Receipt>> sendTogether(List<? extends OutgoingMessage<?, ?>> messages) {
        if (broker != null) {
            return broker.sendTogether(messages);
        }
        List<EncodedMessage> encoded = new ArrayList<>();
        messages.forEach(message -> encoded.add(codec.encode(message)));
        return CompletableFuture.completedFuture(
                encoded.stream().map(this::deliver).toList());
    }

    private Receipt deliver(EncodedMessage message) {
        EncodedMessage sent = without(message, forgotten);
        listeners.getOrDefault(message.address(), List.of()).forEach(listener -> listener.accept(sent));
        return new Receipt(sent.id(), message.address(), null);
    }

    @Override
    public AtomicSink atomicSink(String transactionalId) {
        return this;
    }

    /** What was sent is handled. */
    @Override
    public CatchUp catchUp(SubscriptionSpec<?> spec) {
        return () -> true;
    }

    /** From now on messages come without these headers, as from a stranger. */
    public void forget(String... headers) {
        forgotten.addAll(List.of(headers));
        FORGOTTEN_ON_BROKER.addAll(forgotten);
    }

    private static EncodedMessage without(EncodedMessage message, Set<String> forgotten) {
        return new EncodedMessage(
                message.id(),
                message.address(),
                message.key(),
                message.value(),
                message.headers().stream()
                        .filter(header -> !forgotten.contains(header.name()))
                        .toList());
    }

    @Override
    public <K> Subscription subscribe(SubscriptionSpec<K> spec, MessageHandler<K> handler) {
        groups.add(spec.group());
        if (broker != null) {
            return opened(broker.subscribe(spec, handler));
        }
        listen(spec.channel().address(), sent -> {
            try {
                handler.handle(codec.decode(spec.channel(), spec.messages(), sent, at(sent.address())));
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return new Running();
    }

    @Override
    public Requestor requestor(ReplyChannel<?> replies) {
        return broker != null ? opened(broker.requestor(replies)) : new FakeRequestor(replies);
    }

    private static <T extends AutoCloseable> T opened(T resource) {
        OPEN_ON_BROKER.add(resource);
        return resource;
    }

    @Override
    public void close() {}

    private void listen(String address, Consumer<EncodedMessage> listener) {
        listeners.computeIfAbsent(address, any -> new ArrayList<>()).add(listener);
    }

    private final class FakeRequestor implements Requestor {

        private final Map<String, CompletableFuture<Received<?, ?>>> pending = new HashMap<>();
        private final Map<String, List<Received<?, ?>>> gathering = new HashMap<>();
        private final String returnAddress;

        FakeRequestor(ReplyChannel<?> replies) {
            this.returnAddress = replies.channel().address();
            listen(
                    returnAddress,
                    sent -> complete(codec.decode(replies.channel(), replies.messages(), sent, at(returnAddress))));
        }

        private void complete(Received<?, ?> reply) {
            String correlationId = Objects.requireNonNull(reply.metadata().correlationId());
            if (gathering.containsKey(correlationId)) {
                gathering.get(correlationId).add(reply);
                return;
            }
            CompletableFuture<Received<?, ?>> asked = pending.remove(correlationId);
            if (asked == null) {
                return; // somebody else's
            }
            byte[] fault = reply.headers().get(Replying.FAULT_CODE);
            if (fault != null) {
                byte[] why = reply.headers().get(Replying.FAULT_MESSAGE);
                asked.completeExceptionally(new FaultReplyException(
                        new String(fault, StandardCharsets.UTF_8), new String(why, StandardCharsets.UTF_8)));
            } else {
                asked.complete(reply);
            }
        }

        @Override
        public <K, V> CompletionStage<Received<?, ?>> request(OutgoingMessage<K, V> message, Duration deadline) {
            String correlationId = correlationId(message);
            CompletableFuture<Received<?, ?>> reply = new CompletableFuture<>();
            pending.put(correlationId, reply);
            SendOptions options =
                    message.options().withCorrelationId(correlationId).withReplyTo(returnAddress);
            send(OutgoingMessage.of(message.channel(), message.type(), message.key(), message.payload(), options));
            return reply;
        }

        private static String correlationId(OutgoingMessage<?, ?> message) {
            String chosen = message.correlationId();
            return chosen == null ? UUID.randomUUID().toString() : chosen;
        }

        /** Who answers has answered when the request is sent: what came by then is what there is. */
        @Override
        public <K, V> CompletionStage<Gathered<Received<?, ?>>> gather(OutgoingMessage<K, V> message, Gather until) {
            List<Received<?, ?>> gathered = new ArrayList<>();
            String correlationId = correlationId(message);
            gathering.put(correlationId, gathered);
            SendOptions options =
                    message.options().withCorrelationId(correlationId).withReplyTo(returnAddress);
            send(OutgoingMessage.of(message.channel(), message.type(), message.key(), message.payload(), options));
            gathering.remove(correlationId);
            boolean enough = gathered.size() >= until.count();
            return CompletableFuture.completedFuture(new Gathered<>(gathered, List.of(), enough));
        }

        @Override
        public ReplyCounts replies() {
            throw new UnsupportedOperationException("nobody counts here");
        }

        @Override
        public int outstanding() {
            return pending.size();
        }

        @Override
        public void close() {
            pending.clear();
        }
    }

    private static final class Running implements Subscription {
        @Override
        public boolean awaitReady(Duration deadline) {
            return true;
        }

        @Override
        public boolean running() {
            return true;
        }

        @Override
        public void close() {}
    }
}
