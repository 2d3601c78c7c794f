package io.tidings.testing.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidings.messaging.Channel;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.Transport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/** What the contracts share: fresh channels, and everything closed in the end. */
abstract class TransportContract {

    /** Long enough for a busy machine; nothing waits for it that goes well. */
    static final Duration SOON = Duration.ofSeconds(30);

    static final MessageType<Parcel> PARCEL = new MessageType<>("Parcel", Parcel.class, Parcel.SCHEMA$);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /** The broker to test with; the same one throughout a test. */
    protected abstract BrokerUnderTest broker();

    @AfterEach
    void closeAll() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    Transport connect() {
        return closing(broker().connect());
    }

    TransactionalSink transactionalSink(Transport transport, String id) {
        return closing(broker().transactionalSink(transport, id));
    }

    <T extends AutoCloseable> T closing(T resource) {
        open.push(resource);
        return resource;
    }

    Channel<String> channel(String name, int partitions) {
        String address = unique(name);
        broker().createChannel(address, partitions);
        return new Channel<>(name, address, KeyType.STRING);
    }

    static String unique(String name) {
        return name + "-" + UUID.randomUUID();
    }

    Subscription subscribe(Transport transport, Channel<String> channel, String group, MessageHandler<String> handler)
            throws InterruptedException {
        return subscribe(transport, new SubscriptionSpec<>(channel, List.of(PARCEL), group), handler);
    }

    <K> Subscription subscribe(Transport transport, SubscriptionSpec<K> spec, MessageHandler<K> handler)
            throws InterruptedException {
        Subscription subscription = closing(transport.subscribe(spec, handler));
        assertTrue(subscription.awaitReady(SOON), "The subscription is not ready");
        return subscription;
    }

    static OutgoingMessage<String, Parcel> parcel(Channel<String> channel, String key, long number) {
        return OutgoingMessage.of(channel, PARCEL, key, new Parcel(key, number), SendOptions.NONE);
    }

    /** Sends in order, and waits until all are there. */
    static void send(Transport transport, Channel<String> channel, String key, long from, long to) throws Exception {
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        for (long number = from; number < to; number++) {
            receipts.add(transport.sink().send(parcel(channel, key, number)).toCompletableFuture());
        }
        for (var receipt : receipts) {
            receipt.get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
    }

    static long number(Received<?, ?> message) {
        return message.payload() instanceof Parcel parcel ? parcel.getNumber() : -1;
    }

    static List<Long> numbers(List<? extends Received<?, ?>> messages) {
        return messages.stream().map(TransportContract::number).toList();
    }
}
