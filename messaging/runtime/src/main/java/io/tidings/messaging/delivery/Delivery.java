package io.tidings.messaging.delivery;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.FailureKind;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Received;
import io.tidings.messaging.SubscriptionSpec;

/**
 * Decodes a message, hands it to its handler, and judges what came of it. Knows no broker, no threads and no clock: who calls
 * it keeps the order and the waits.
 */
public final class Delivery<K> {

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
            return judge(e, failures + 1);
        }
    }

    /** How long to wait before the dead letter channel, which failed so often, is tried again. */
    public Outcome.Retry again(Throwable cause, int failures) {
        return new Outcome.Retry(policy.backoff(failures), cause, true);
    }

    private Outcome judge(Throwable failure, int failures) {
        return switch (FailureKind.of(failure)) {
            case TRANSIENT -> again(failure, failures);
            case POISON -> new Outcome.SetAside(failure);
            case UNKNOWN ->
                failures < policy.attempts()
                        ? new Outcome.Retry(policy.backoff(failures), failure, false)
                        : new Outcome.SetAside(failure);
        };
    }
}
