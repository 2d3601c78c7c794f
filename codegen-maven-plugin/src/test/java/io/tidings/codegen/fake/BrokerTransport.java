package io.tidings.codegen.fake;

import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.CatchUp;
import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.StartPosition;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.Transport;
import io.tidings.messaging.kafka.KafkaTransport;
import io.tidings.messaging.kafka.ProvisionMode;
import io.tidings.messaging.kafka.TopicProvisioner;
import io.tidings.messaging.serde.AvroMessageCodec;
import io.tidings.messaging.serde.CodecSettings;
import io.tidings.registry.InMemorySchemaRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A Kafka broker, as patient as a test needs it: topics that are not there are made, a group begins with what is sent next, and
 * when a message has been sent, all that listen have handled it.
 */
public final class BrokerTransport implements Transport, AtomicSink {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final KafkaTransport kafka;
    private final TopicProvisioner topics;
    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    private BrokerTransport(KafkaTransport kafka, TopicProvisioner topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    /**
     * Connects.
     *
     * @param onTheWay what becomes of messages between the codec and the broker
     */
    public static BrokerTransport connect(String bootstrapServers, UnaryOperator<EncodedMessage> onTheWay) {
        Map<String, String> configuration = Map.of(
                "bootstrap.servers", bootstrapServers,
                "schema.registry.url", "mock://generated",
                "tidings.source", "/test",
                "tidings.provision.replicas", "1");
        MessageCodec codec = new AvroMessageCodec(
                new InMemorySchemaRegistry(), CodecSettings.from(Map.of(CodecSettings.SOURCE, "/test")));
        return new BrokerTransport(
                KafkaTransport.connect(configuration, new Altering(codec, onTheWay)),
                TopicProvisioner.create(configuration));
    }

    /** Makes topics as a document says they are to be; afterwards they are. */
    public void provision(List<TopicSpec> specs) {
        topics.provision(specs, ProvisionMode.ALTER).orThrow();
        specs.forEach(spec -> made.add(spec.name()));
    }

    private void make(String topic) {
        if (!made.contains(topic)) {
            topics.provision(List.of(new TopicSpec(topic, 1, 1, Map.of())), ProvisionMode.CREATE);
            made.add(topic);
        }
    }

    @Override
    public MessageSink sink() {
        return this;
    }

    @Override
    public <K, V> CompletionStage<Receipt> send(OutgoingMessage<K, V> message) {
        return sendTogether(List.of(message)).thenApply(receipts -> receipts.get(0));
    }

    /** One after the other: who needs them to be one does not test it here. */
    @Override
    public CompletionStage<List<Receipt>> sendTogether(List<? extends OutgoingMessage<?, ?>> messages) {
        return CompletableFuture.completedFuture(
                messages.stream().map(this::deliver).toList());
    }

    private <K, V> Receipt deliver(OutgoingMessage<K, V> message) {
        make(message.address());
        List<Listener> listening = listeners.stream()
                .filter(listener -> listener.address.equals(message.address()))
                .toList();
        Receipt receipt = kafka.sink()
                .send(message)
                .toCompletableFuture()
                .orTimeout(20, java.util.concurrent.TimeUnit.SECONDS)
                .join();
        listening.forEach(listener -> listener.await(receipt.messageId()));
        return receipt;
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

    @Override
    public boolean flush(Duration deadline) throws InterruptedException {
        return kafka.flush(deadline);
    }

    @Override
    public <K> Subscription subscribe(SubscriptionSpec<K> spec, MessageHandler<K> handler) {
        String address = spec.channel().address();
        make(address);
        Listener listener = new Listener(address);
        Subscription subscription = kafka.subscribe(
                new SubscriptionSpec<>(
                        spec.channel(),
                        spec.messages(),
                        spec.group() + "-" + UUID.randomUUID(),
                        StartPosition.END,
                        spec.delivery()),
                message -> listener.handle(message.metadata().id(), () -> handler.handle(message)));
        ready(subscription, address);
        listeners.add(listener);
        return new Listening(subscription, () -> listeners.remove(listener));
    }

    private static void ready(Subscription subscription, String address) {
        try {
            if (!subscription.awaitReady(DEADLINE)) {
                throw new AssertionError("Nobody can listen to " + address);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Requestor requestor(ReplyChannel<?> replies) {
        make(replies.address());
        return kafka.requestor(replies);
    }

    @Override
    public void close() {
        kafka.close();
        topics.close();
    }

    private interface Handling {
        void handle() throws Exception;
    }

    /** Knows what one subscription has handled. */
    private static final class Listener {
        private final String address;
        private final Map<String, CompletableFuture<Void>> handled = new ConcurrentHashMap<>();

        Listener(String address) {
            this.address = address;
        }

        /** What a handler throws is the sender's to see: nobody else could say so in a test. */
        void handle(String id, Handling handling) {
            CompletableFuture<Void> done = handled.computeIfAbsent(id, any -> new CompletableFuture<>());
            try {
                handling.handle();
                done.complete(null);
            } catch (Exception | Error e) {
                System.err.println(
                        "A handler of " + address + " fails: " + e); // a requestor's call would only time out
                done.completeExceptionally(e);
            }
        }

        void await(String id) {
            try {
                handled.computeIfAbsent(id, any -> new CompletableFuture<>())
                        .orTimeout(DEADLINE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                        .join();
            } catch (java.util.concurrent.CompletionException e) {
                throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
            }
        }
    }

    private record Listening(Subscription subscription, Runnable onClose) implements Subscription {
        @Override
        public boolean awaitReady(Duration deadline) throws InterruptedException {
            return subscription.awaitReady(deadline);
        }

        @Override
        public boolean running() {
            return subscription.running();
        }

        @Override
        public void close() {
            onClose.run();
            subscription.close();
        }
    }

    private record Altering(MessageCodec codec, UnaryOperator<EncodedMessage> onTheWay) implements MessageCodec {
        @Override
        public <K, V> EncodedMessage encode(OutgoingMessage<K, V> message) {
            return onTheWay.apply(codec.encode(message));
        }

        @Override
        public <K> Received<K, ?> decode(
                Channel<K> channel, List<MessageType<?>> expected, EncodedMessage message, Received.Origin origin) {
            return codec.decode(channel, expected, message, origin);
        }
    }
}
