package io.tidings.messaging.delivery;

import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.FailureKind;
import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.Place;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Replying;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Joins what arrives on a reply channel to the requests that wait for it. */
public final class ReplyJoin {

    private final MessageCodec codec;
    private final ReplyChannel<?> replies;
    private final OutstandingRequests requests;
    private final boolean insidePayload;

    public ReplyJoin(MessageCodec codec, ReplyChannel<?> replies, OutstandingRequests requests) {
        this.codec = codec;
        this.replies = replies;
        this.requests = requests;
        this.insidePayload = replies.messages().stream().anyMatch(type -> type.correlationId() instanceof Place.Field);
    }

    /**
     * Takes a message from the reply channel, and decodes it only if somebody waits for it. Never fails.
     *
     * @return false if it is a reply that cannot be read for now: offer it again a little later
     */
    public boolean offer(EncodedMessage message, Received.Origin origin) {
        if (insidePayload && message.value() != null) {
            return look(message, origin);
        }
        Optional<String> correlationId = codec.correlationId(replies.messages(), message);
        if (!requests.expects(correlationId.orElse(null))) {
            return true;
        }
        return correlationId.map(id -> join(id, message, origin)).orElse(true);
    }

    /** The payload says whom it answers: it is decoded to find out. */
    private boolean look(EncodedMessage message, Received.Origin origin) {
        Received<?, ?> reply;
        @Nullable String correlationId;
        try {
            reply = decode(replies.channel(), message, origin);
            correlationId = reply.metadata().correlationId();
        } catch (RuntimeException | Error e) {
            // It may be anybody's.
            boolean later = FailureKind.of(e) == FailureKind.TRANSIENT && requests.size() > 0;
            return !later && !requests.expects(null);
        }
        if (requests.expects(correlationId) && correlationId != null) {
            requests.complete(correlationId, reply);
        }
        return true;
    }

    private boolean join(String correlationId, EncodedMessage message, Received.Origin origin) {
        Optional<byte[]> fault = message.header(Replying.FAULT_CODE);
        if (fault.isPresent()) {
            String reason =
                    message.header(Replying.FAULT_MESSAGE).map(ReplyJoin::text).orElse("");
            requests.fail(correlationId, new FaultReplyException(text(fault.get()), reason));
            return true;
        }
        try {
            requests.complete(correlationId, decode(replies.channel(), message, origin));
            return true;
        } catch (RuntimeException | Error e) {
            // An Error too: one reply that overflows the stack must not keep all others from being heard.
            if (FailureKind.of(e) == FailureKind.TRANSIENT) {
                return false;
            }
            requests.fail(correlationId, e);
            return true;
        }
    }

    private <K> Received<K, ?> decode(Channel<K> channel, EncodedMessage message, Received.Origin origin) {
        return codec.decode(channel, replies.messages(), message, origin);
    }

    private static String text(byte[] header) {
        return new String(header, StandardCharsets.UTF_8);
    }
}
