package io.tidings.messaging.delivery;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.BatchLimits;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.FailureKind;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.observe.GroupWatch;
import io.tidings.messaging.observe.Listeners;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes a message, hands it to its handler, judges what came of it, and tells those who watch. Knows no broker and no
 * threads: who calls it keeps the order and the waits.
 */
public final class Delivery<K> {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final MessageCodec codec;
    private final SubscriptionSpec<K> spec;
    private final MessageHandler<K> handler;
    private final RetryPolicy policy;
    private final GroupWatch watch;

    public Delivery(MessageCodec codec, SubscriptionSpec<K> spec, MessageHandler<K> handler, RetryPolicy policy) {
        this(codec, spec, handler, policy, Listeners.NONE);
    }

    public Delivery(
            MessageCodec codec,
            SubscriptionSpec<K> spec,
            MessageHandler<K> handler,
            RetryPolicy policy,
            Listeners listeners) {
        this.codec = codec;
        this.spec = spec;
        this.handler = handler;
        this.policy = policy;
        this.watch = listeners.group(spec.channel().address(), spec.group());
    }

    /** Tells of this member of the group. */
    public GroupWatch watch() {
        return watch;
    }

    /**
     * Tries once.
     *
     * @param failures how often this message has failed before
     */
    public Outcome attempt(EncodedMessage message, Received.Origin origin, int failures) {
        long began = watch.begin(message, origin);
        try {
            handler.handle(read(message, origin));
            watch.handled(message, origin, failures + 1, began);
            return new Outcome.Done();
        } catch (Throwable e) {
            // An Error too: one message whose handler overflows the stack must not stop all the others.
            FailureKind kind = kind(e);
            Outcome outcome = judge(kind, message, origin, e, failures + 1);
            watch.failed(message, origin, failures + 1, began, kind, e, wait(outcome));
            return outcome;
        }
    }

    /** Decodes. */
    Received<K, ?> read(EncodedMessage message, Received.Origin origin) {
        return codec.decode(spec.channel(), spec.messages(), message, origin).from(message);
    }

    /** How much the handler takes at once; null if it takes one message at a time. */
    public @Nullable BatchLimits limits() {
        return handler instanceof BatchHandler<K> batches ? batches.limits() : null;
    }

    /**
     * To hand several messages over together, once.
     *
     * @param stop whether no more is to be begun
     */
    public BatchDelivery<K> together(BooleanSupplier stop) {
        if (!(handler instanceof BatchHandler<K> batches)) {
            throw new IllegalStateException("This handler takes one message at a time");
        }
        return new BatchDelivery<>(this, batches, batches.limits(), stop);
    }

    static FailureKind kind(Throwable failure) {
        if (failure instanceof InterruptedException) {
            // Whoever interrupted wants this thread to end; the message is not done.
            Thread.currentThread().interrupt();
            return FailureKind.TRANSIENT;
        }
        return FailureKind.of(failure);
    }

    private static @Nullable Duration wait(Outcome outcome) {
        return outcome instanceof Outcome.Retry retry ? retry.after() : null;
    }

    /** How long to wait before the dead letter channel, which failed so often, is tried again. */
    public Outcome.Retry again(Throwable cause, int failures) {
        return new Outcome.Retry(policy.backoff(failures), cause, true);
    }

    private Outcome judge(
            FailureKind kind, EncodedMessage message, Received.Origin origin, Throwable failure, int failures) {
        return switch (kind) {
            case TRANSIENT -> again(failure, failures);
            case POISON -> giveUp(message, origin, failure, failures);
            case UNKNOWN ->
                failures < policy.attempts()
                        ? new Outcome.Retry(policy.backoff(failures), failure, false)
                        : giveUp(message, origin, failure, failures);
        };
    }

    /** Who waits for an answer hears of it first. */
    private Outcome giveUp(EncodedMessage message, Received.Origin origin, Throwable failure, int failures) {
        try {
            handler.givenUp(readable(message, origin), failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return again(e, failures);
        } catch (Throwable e) {
            if (FailureKind.of(e) == FailureKind.TRANSIENT) {
                return again(e, failures);
            }
            LOG.debug("Nobody is told that message {} is given up: {}", message.id(), e.toString());
        }
        return new Outcome.SetAside(failure);
    }

    /** Its key and headers at least. */
    private Received<K, ?> readable(EncodedMessage message, Received.Origin origin) {
        try {
            return read(message, origin);
        } catch (PoisonMessageException e) {
            EncodedMessage bare =
                    new EncodedMessage(message.id(), message.address(), message.key(), null, message.headers());
            return read(bare, origin);
        }
    }
}
