package io.tidings.messaging;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Sends replies: to the request's Return Address, or else the reply channel's own address, with the request's Correlation
 * Identifier (its id where it has none). What generated repliers stand on; stateless.
 */
public final class Replying {

    /** The header that marks a fault reply: what kind of failure. */
    public static final String FAULT_CODE = "tidings-fault-code";

    /** The header of a fault reply that says what failed. */
    public static final String FAULT_MESSAGE = "tidings-fault-message";

    private Replying() {}

    /** Replies with a payload. */
    public static <K, V> CompletionStage<Receipt> reply(
            MessageSink sink, Received<?, ?> request, Channel<K> replies, MessageType<V> type, V payload) {
        return send(sink, request, replies, type, payload, optionsFor(request));
    }

    /** Replies that the request failed for good: a message without payload whose headers say why. */
    public static <K, V> CompletionStage<Receipt> fault(
            MessageSink sink,
            Received<?, ?> request,
            Channel<K> replies,
            MessageType<V> anyReplyType,
            String code,
            String message) {
        SendOptions options = optionsFor(request).withHeader(FAULT_CODE, code).withHeader(FAULT_MESSAGE, message);
        return send(sink, request, replies, anyReplyType, null, options);
    }

    private static <K, V> CompletionStage<Receipt> send(
            MessageSink sink,
            Received<?, ?> request,
            Channel<K> replies,
            MessageType<V> type,
            @Nullable V payload,
            SendOptions options) {
        String returnAddress = request.metadata().replyTo();
        String address = returnAddress == null ? replies.address() : returnAddress;
        return sink.send(new OutgoingMessage<>(replies, address, type, keyFor(request, replies), payload, options));
    }

    private static SendOptions optionsFor(Received<?, ?> request) {
        Metadata asked = request.metadata();
        String correlationId = asked.correlationId() == null ? asked.id() : asked.correlationId();
        return SendOptions.NONE.causedBy(asked).withCorrelationId(correlationId);
    }

    /** The request's key, so that replies about one thing keep their order; none where the reply channel's keys differ. */
    private static <K> @Nullable K keyFor(Received<?, ?> request, Channel<K> replies) {
        Object key = request.key();
        if (key == null || !replies.keyType().accepts(key)) {
            return null;
        }
        @SuppressWarnings("unchecked") // accepts() has looked
        K same = (K) key;
        return same;
    }
}
