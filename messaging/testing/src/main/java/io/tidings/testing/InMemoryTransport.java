package io.tidings.testing;

import io.tidings.messaging.AtomicSink;
import io.tidings.messaging.CatchUp;
import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.DeliveryMode;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Health;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.Retention;
import io.tidings.messaging.StartPosition;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.Transport;
import io.tidings.messaging.delivery.Delivery;
import io.tidings.messaging.delivery.LogContext;
import io.tidings.messaging.delivery.RetryPolicy;
import io.tidings.messaging.observe.Listeners;
import io.tidings.messaging.observe.MessagingListener;
import io.tidings.messaging.observe.RequestWatch;
import io.tidings.messaging.observe.SinkWatch;
import io.tidings.messaging.parking.StoredDeadLetters;
import io.tidings.messaging.proxy.BreakerSettings;
import io.tidings.messaging.proxy.GuardedRequestor;
import io.tidings.messaging.serde.AvroMessageCodec;
import io.tidings.messaging.serde.CodecSettings;
import io.tidings.registry.SchemaRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A transport without a broker, for fast tests: messages are encoded and decoded as they would be, and delivered in the order
 * in which they were sent. Retries wait a few milliseconds. Safe for use by several threads.
 */
public final class InMemoryTransport implements Transport {

    static final RetryPolicy HASTE = new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(20), 5);

    private static final int OUTSTANDING_REQUESTS = 1000;

    private final InMemoryBroker broker;
    private final MessageCodec codec;
    private final RetryPolicy retries;
    private final Listeners listeners;
    private final SinkWatch sending;
    private final Map<AutoCloseable, Supplier<Health>> open = new ConcurrentHashMap<>();
    private volatile boolean closed;

    InMemoryTransport(InMemoryBroker broker, MessageCodec codec, RetryPolicy retries, Listeners listeners) {
        this.broker = broker;
        this.codec = codec;
        this.retries = retries;
        this.listeners = listeners;
        this.sending = listeners.sink();
    }

    /**
     * With a broker and a registry of its own.
     *
     * @param listeners are told what happens
     */
    public static InMemoryTransport create(MessagingListener... listeners) {
        return new InMemoryBroker().connect(newCodec(), listeners);
    }

    /**
     * With a broker and a registry of its own, in a time that the test moves.
     *
     * @param retries how often and when a message is tried again
     * @param listeners are told what happens
     */
    public static InMemoryTransport in(VirtualTime time, RetryPolicy retries, MessagingListener... listeners) {
        return new InMemoryBroker(time).connect(newCodec(), retries, listeners);
    }

    private static MessageCodec newCodec() {
        Map<String, String> configuration =
                Map.of("schema.registry.url", "mock://" + UUID.randomUUID(), CodecSettings.SOURCE, "urn:tidings:test");
        SchemaRegistry registry = SchemaRegistry.connect(configuration);
        return new AvroMessageCodec(registry, CodecSettings.from(configuration));
    }

    /** What messages are encoded and decoded with. */
    public MessageCodec codec() {
        return codec;
    }

    /** Where its messages are: look into it, put something in, or connect another application. */
    public InMemoryBroker broker() {
        return broker;
    }

    /** The dead letters of a group, oldest first; {@link DeadLetters} names their headers. */
    public List<EncodedMessage> deadLetters(String address, String group) {
        return broker.messages(DeadLetters.address(address, group));
    }

    /**
     * The dead letters of a group, decoded, for assertions.
     *
     * @param spec what the group subscribes to; generated subscribers have it as {@code spec(group)}
     */
    public <K> DeadLetterInspector<K> deadLetters(SubscriptionSpec<K> spec) {
        String address = spec.channel().address();
        return DeadLetterInspector.over(
                () -> deadLetterChannel(address, spec.group()), () -> deadLetters(address, spec.group()), codec, spec);
    }

    /** What a group could not handle of a channel: to be looked at, replayed, or dropped. */
    public DeadLetterChannel deadLetterChannel(String address, String group) {
        return new StoredDeadLetters(address, group, new InMemoryDeadLetterStore(broker, address, group));
    }

    /**
     * Waits until every subscription has handled all that there is, so that a test can say that nothing more happens.
     *
     * @throws AssertionError if that takes longer
     */
    public void awaitIdle(Duration deadline) {
        Eventually.eventually(deadline, () -> {
            if (!broker.idle()) {
                throw new AssertionError("Messages are still being handled");
            }
        });
    }

    @Override
    public MessageSink sink() {
        return new InMemorySink(codec, broker, sending, () -> closed);
    }

    /** As {@link #sink}: whoever had one with this id is not fenced. */
    @Override
    public AtomicSink atomicSink(String transactionalId) {
        return new InMemorySink(codec, broker, sending, () -> closed);
    }

    @Override
    public CatchUp catchUp(SubscriptionSpec<?> spec) {
        String address = spec.channel().address();
        if (spec.delivery() == DeliveryMode.SHARED) {
            throw new IllegalArgumentException(
                    "A group that shares '" + address + "' without order has no place in it");
        }
        int end = broker.messages(address).size();
        InMemoryGroup group = broker.group(address, spec.group());
        return () -> group.isPast(end);
    }

    /** At once: what was sent is there. */
    @Override
    public boolean flush(Duration deadline) {
        return true;
    }

    /** Opens a sink for a relay; whoever had one with this id is fenced from now on. */
    public TransactionalSink transactionalSink(String transactionalId) {
        return broker.transactionalSink(transactionalId);
    }

    /**
     * Moves a group that is not running.
     *
     * @throws IllegalStateException if the group has members
     */
    public void seek(String group, Channel<?> channel, StartPosition position) {
        broker.group(channel.address(), group).seek(position);
    }

    @Override
    public <K> Subscription subscribe(SubscriptionSpec<K> spec, MessageHandler<K> handler) {
        // What a test sends is gone with the test: how long it is kept says nothing of production.
        handler.subscribing(spec, () -> Retention.UNKNOWN);
        String address = spec.channel().address();
        InMemoryMembership group = spec.delivery() == DeliveryMode.SHARED
                ? broker.sharedGroup(address, spec.group())
                : broker.group(address, spec.group());
        group.begin(spec.start());
        InMemorySubscription subscription = new InMemorySubscription(
                group, new Delivery<>(codec, spec, LogContext.around(spec, handler), retries, listeners), open::remove);
        open.put(subscription, subscription::health);
        return subscription;
    }

    @Override
    public Requestor requestor(ReplyChannel<?> replies) {
        RequestWatch watch = listeners.requests(replies.channel().address());
        InMemoryRequestor requestor =
                new InMemoryRequestor(broker, codec, sink(), replies, OUTSTANDING_REQUESTS, watch, closed -> {
                    open.remove(closed);
                    watch.closed();
                });
        Requestor guarded = GuardedRequestor.around(requestor, BreakerSettings.DEFAULT, broker.clock(), watch::breaker);
        open.put(requestor, guarded::health);
        watch.opened(guarded);
        return guarded;
    }

    @Override
    public Health health() {
        return Health.of(Stream.concat(
                        Stream.of(sending.health()), open.values().stream().map(Supplier::get))
                .toList());
    }

    @Override
    public void close() {
        for (AutoCloseable one : open.keySet()) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IllegalStateException("Closing failed", e);
            }
        }
        closed = true;
    }
}
