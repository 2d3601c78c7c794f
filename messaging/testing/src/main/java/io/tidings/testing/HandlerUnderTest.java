package io.tidings.testing;

import io.tidings.messaging.DeliveryMode;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.StartPosition;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Gives messages to a handler through a transport, and tells what came of each: generated contract tests stand on it. What the
 * handler throws fails the test at once, where a running service would try again. For one thread.
 *
 * @param <K> the key in Java
 */
public final class HandlerUnderTest<K> implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, CompletableFuture<Received<K, ?>>> outcomes = new ConcurrentHashMap<>();
    private final BlockingQueue<CompletableFuture<Received<K, ?>>> ended = new LinkedBlockingQueue<>();
    private final MessageHandler<K> handler;
    private final Subscription subscription;

    private HandlerUnderTest(Transport transport, SubscriptionSpec<K> spec, MessageHandler<K> handler) {
        this.handler = handler;
        this.subscription = transport.subscribe(spec, this::handle);
    }

    /**
     * Subscribes as a group of its own, to what is sent from now on.
     *
     * @param spec what the service subscribes to; its group is not joined
     * @throws AssertionError if the subscription does not get ready within 30 seconds
     */
    public static <K> HandlerUnderTest<K> start(
            Transport transport, SubscriptionSpec<K> spec, MessageHandler<K> handler) throws InterruptedException {
        SubscriptionSpec<K> alone = new SubscriptionSpec<>(
                spec.channel(),
                spec.messages(),
                spec.group() + "-" + UUID.randomUUID(),
                StartPosition.END,
                DeliveryMode.PARTITIONED);
        HandlerUnderTest<K> tested = new HandlerUnderTest<>(transport, alone, handler);
        try {
            if (!tested.subscription.awaitReady(PATIENCE)) {
                throw new AssertionError("Not subscribed to " + spec.channel().address() + " after " + PATIENCE);
            }
            // A group that knows its topic not yet begins with none of it, and later with what is sent later.
            Eventually.eventually(PATIENCE, () -> {
                if (tested.subscription.status().assigned() == 0) {
                    throw new AssertionError("No partition of " + spec.channel().address() + " is assigned");
                }
            });
            return tested;
        } catch (InterruptedException | RuntimeException | Error e) {
            tested.close();
            throw e;
        }
    }

    /**
     * Sends a message and waits until it is handled.
     *
     * @param sending sends it, with the options it is given
     * @throws Exception what the handler threw
     * @throws AssertionError if it is not handled within 30 seconds
     */
    public Received<K, ?> handle(Function<SendOptions, CompletionStage<Receipt>> sending) throws Exception {
        return handled(sending, SendOptions.NONE.withId(UUID.randomUUID().toString()));
    }

    /**
     * Sends a message twice, as a broker may deliver it, and waits until it is handled twice.
     *
     * @param sending sends it, with the options it is given
     * @throws Exception what the handler threw
     * @throws AssertionError if it is not handled within 30 seconds
     */
    public Received<K, ?> handleTwice(Function<SendOptions, CompletionStage<Receipt>> sending) throws Exception {
        SendOptions same = SendOptions.NONE.withId(UUID.randomUUID().toString());
        handled(sending, same);
        return handled(sending, same);
    }

    /**
     * Waits until one more message is handled, whoever sent it.
     *
     * @throws Exception what the handler threw
     * @throws AssertionError if none is within 30 seconds
     */
    public Received<K, ?> awaitHandled() throws Exception {
        CompletableFuture<Received<K, ?>> next = ended.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError("No message was handled within " + PATIENCE);
        }
        return result(next);
    }

    /** Waits until a message that was sent is handled. */
    Received<K, ?> await(String id) throws Exception {
        return result(outcome(id));
    }

    private Received<K, ?> handled(Function<SendOptions, CompletionStage<Receipt>> sending, SendOptions options)
            throws Exception {
        String id = Objects.requireNonNull(options.id());
        outcomes.remove(id);
        Receipt receipt = result(sending.apply(options).toCompletableFuture());
        return await(receipt.messageId());
    }

    private CompletableFuture<Received<K, ?>> outcome(String id) {
        return outcomes.computeIfAbsent(id, unknown -> new CompletableFuture<>());
    }

    /** What failed is as good as done: a test wants to know, not to try again. */
    private void handle(Received<K, ?> message) {
        CompletableFuture<Received<K, ?>> outcome = outcome(message.metadata().id());
        try {
            handler.handle(message);
            outcome.complete(message);
        } catch (Throwable e) {
            outcome.completeExceptionally(e);
        }
        ended.add(outcome);
    }

    private <T> T result(CompletableFuture<T> future) throws Exception {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "The message was not handled within " + PATIENCE + "; " + subscription.health() + ", "
                            + subscription.status(),
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}
