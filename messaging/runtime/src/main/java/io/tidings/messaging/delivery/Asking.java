package io.tidings.messaging.delivery;

import io.tidings.messaging.Gather;
import io.tidings.messaging.Gathered;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.SendOptions;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Sends requests that bear a Correlation Identifier and a Return Address, and whose failure ends their wait. */
public final class Asking {

    private final MessageSink sink;
    private final ReplyChannel<?> replies;
    private final OutstandingRequests requests;

    public Asking(MessageSink sink, ReplyChannel<?> replies, OutstandingRequests requests) {
        this.sink = sink;
        this.replies = replies;
        this.requests = requests;
    }

    /** As {@link io.tidings.messaging.Requestor#request}. */
    public <K, V> CompletionStage<Received<?, ?>> request(OutgoingMessage<K, V> message, Duration deadline) {
        String correlationId = correlationId(message);
        CompletableFuture<Received<?, ?>> reply = requests.admit(correlationId, deadline);
        if (!reply.isDone()) {
            send(message, correlationId);
        }
        return reply;
    }

    /** As {@link io.tidings.messaging.Requestor#gather}. */
    public <K, V> CompletionStage<Gathered<Received<?, ?>>> gather(OutgoingMessage<K, V> message, Gather until) {
        String correlationId = correlationId(message);
        CompletableFuture<Gathered<Received<?, ?>>> replies = requests.admit(correlationId, until);
        if (!replies.isDone()) {
            send(message, correlationId);
        }
        return replies;
    }

    private static String correlationId(OutgoingMessage<?, ?> message) {
        @Nullable String chosen = message.correlationId();
        return chosen == null ? UUID.randomUUID().toString() : chosen;
    }

    private <K, V> void send(OutgoingMessage<K, V> message, String correlationId) {
        try {
            sink.send(addressed(message, correlationId)).whenComplete((receipt, failure) -> {
                if (failure != null) {
                    requests.abandon(correlationId, bare(failure));
                }
            });
        } catch (RuntimeException e) {
            requests.abandon(correlationId, e);
        }
    }

    private <K, V> OutgoingMessage<K, V> addressed(OutgoingMessage<K, V> message, String correlationId) {
        SendOptions options = message.options().withCorrelationId(correlationId);
        if (options.replyTo() == null) {
            options = options.withReplyTo(replies.address());
        }
        return message.with(options);
    }

    private static Throwable bare(Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
