package io.tidings.messaging.delivery;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.FailureKind;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SubscriptionSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes a message, hands it to its handler, and judges what came of it. Knows no broker, no threads and no clock: who calls
 * it keeps the order and the waits.
 */
public final class Delivery<K> {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final MessageCodec codec;
    private final SubscriptionSpec<K> spec;
    private final MessageHandler<K> handler;
    private final RetryPolicy policy;

    public Delivery(MessageCodec codec, SubscriptionSpec<K> spec, MessageHandler<K> handler, RetryPolicy policy) {
        this.codec = codec;
        this.spec = spec;
        this.handler = handler;
        this.policy = policy;
    }

    /**
     * Tries once.
     *
     * @param failures how often this message has failed before
     */
    public Outcome attempt(EncodedMessage message, Received.Origin origin, int failures) {
        try {
            handler.handle(codec.decode(spec.channel(), spec.messages(), message, origin));
            return new Outcome.Done();
        } catch (InterruptedException e) {
            // Whoever interrupted wants this thread to end; the message is not done.
            Thread.currentThread().interrupt();
            return new Outcome.Retry(policy.backoff(failures + 1), e, true);
        } catch (Throwable e) {
            // An Error too: one message whose handler overflows the stack must not stop all the others.
            return judge(message, origin, e, failures + 1);
        }
    }

    /** How long to wait before the dead letter channel, which failed so often, is tried again. */
    public Outcome.Retry again(Throwable cause, int failures) {
        return new Outcome.Retry(policy.backoff(failures), cause, true);
    }

    private Outcome judge(EncodedMessage message, Received.Origin origin, Throwable failure, int failures) {
        return switch (FailureKind.of(failure)) {
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
            return codec.decode(spec.channel(), spec.messages(), message, origin);
        } catch (PoisonMessageException e) {
            EncodedMessage bare =
                    new EncodedMessage(message.id(), message.address(), message.key(), null, message.headers());
            return codec.decode(spec.channel(), spec.messages(), bare, origin);
        }
    }
}
