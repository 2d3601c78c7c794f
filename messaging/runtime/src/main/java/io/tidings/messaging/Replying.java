package io.tidings.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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

    /** The fault code of requests that the replier has given up: they stand in its dead letter channel. */
    public static final String GIVEN_UP = "tidings-given-up";

    /** A reason can be long, and a fault must fit where a reply does. */
    private static final int LONGEST_REASON = 1000;

    /** Answers a request; the stage is complete when the sink has taken the reply, if there is one. */
    @FunctionalInterface
    public interface Answering<K> {
        CompletionStage<?> answer(Received<K, ?> request) throws Exception;
    }

    private Replying() {}

    /**
     * A handler whose messages are requests. A request is done when the sink has taken its reply. A {@link
     * FaultReplyException} becomes a fault reply. What fails otherwise is tried again; when it is given up, its requestor is
     * told with a fault reply of code {@link #GIVEN_UP}, so that it does not wait in vain.
     *
     * @param sink takes the replies
     * @param anyReplyType one of the kinds that the reply channel takes: faults have no payload, but travel as something
     */
    public static <K> MessageHandler<K> handler(
            MessageSink sink, Channel<?> replies, MessageType<?> anyReplyType, Answering<K> answering) {
        return handling(sink, request -> replies, anyReplyType, answering);
    }

    /**
     * The same where each request says where its reply is expected.
     *
     * @param replies the reply channel at that address
     */
    public static <K> MessageHandler<K> handler(
            MessageSink sink,
            Function<String, ? extends Channel<?>> replies,
            MessageType<?> anyReplyType,
            Answering<K> answering) {
        return handling(sink, request -> replies.apply(returnAddress(request)), anyReplyType, answering);
    }

    /**
     * Where a request says that its reply is expected.
     *
     * @throws PoisonMessageException if it does not say: it cannot be answered
     */
    public static String returnAddress(Received<?, ?> request) {
        String address = request.metadata().replyTo();
        if (address == null || address.isEmpty()) {
            throw new PoisonMessageException("The request does not say where its reply is expected", null);
        }
        return address;
    }

    private static <K> MessageHandler<K> handling(
            MessageSink sink,
            Function<Received<?, ?>, ? extends Channel<?>> replies,
            MessageType<?> anyReplyType,
            Answering<K> answering) {
        return new MessageHandler<>() {
            @Override
            public void handle(Received<K, ?> request) throws Exception {
                try {
                    Waiting.on(answering.answer(request));
                } catch (FaultReplyException fault) {
                    String message = Objects.requireNonNullElse(fault.getMessage(), fault.code());
                    Waiting.on(fault(sink, request, replies.apply(request), anyReplyType, fault.code(), message));
                }
            }

            @Override
            public void givenUp(Received<K, ?> request, Throwable failure) throws Exception {
                Waiting.on(fault(sink, request, replies.apply(request), anyReplyType, GIVEN_UP, reason(failure)));
            }
        };
    }

    private static String reason(Throwable failure) {
        String reason = "The request could not be handled: "
                + Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName());
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    /** Replies with a payload. */
    public static <K, V> CompletionStage<Receipt> reply(
            MessageSink sink, Received<?, ?> request, Channel<K> replies, MessageType<V> type, V payload) {
        return reply(sink, request, replies, type, payload, UnaryOperator.identity());
    }

    /**
     * Replies with a payload, and what else is said of it.
     *
     * @param more adds to the options that join the reply to its request; a generated header record's {@code in} does
     */
    public static <K, V> CompletionStage<Receipt> reply(
            MessageSink sink,
            Received<?, ?> request,
            Channel<K> replies,
            MessageType<V> type,
            V payload,
            UnaryOperator<SendOptions> more) {
        return send(sink, request, replies, type, payload, more.apply(optionsFor(request)));
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

    /** What a reply says that failed; empty if it is no fault. */
    public static Optional<FaultReplyException> faultIn(Received<?, ?> reply) {
        byte[] code = reply.headers().get(FAULT_CODE);
        if (code == null) {
            return Optional.empty();
        }
        byte[] message = reply.headers().getOrDefault(FAULT_MESSAGE, new byte[0]);
        return Optional.of(new FaultReplyException(
                new String(code, StandardCharsets.UTF_8), new String(message, StandardCharsets.UTF_8)));
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
