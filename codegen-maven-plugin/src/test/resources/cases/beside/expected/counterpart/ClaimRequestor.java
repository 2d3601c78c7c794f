package gen.counterpart;

import io.tidings.messaging.Fallback;
import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Transport;
import io.tidings.messaging.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.parcels.Claim;
import org.parcels.ClaimRequest;

/** Asks on {@code claim.requests} and awaits replies on {@code claim.replies}. Safe for use by several threads. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class ClaimRequestor implements AutoCloseable {
    private final Requestor requestor;

    private final Fallback<Claim> fallback;

    private ClaimRequestor(Requestor requestor, Fallback<Claim> fallback) {
        this.requestor = requestor;
        this.fallback = fallback;
    }

    /** Starts to listen for replies. */
    public static ClaimRequestor open(Transport transport) {
        return new ClaimRequestor(transport.requestor(new ReplyChannel<>(
                ParcelsChannels.CLAIM_REPLIES,
                List.of(ParcelsMessages.CLAIM))), Fallback.none());
    }

    /**
     * The same requestor with something to go on with when a reply does not come, such as one from a cache.
     * Closing either closes both.
     */
    public ClaimRequestor withFallback(Fallback<Claim> fallback) {
        return new ClaimRequestor(requestor, fallback);
    }

    /**
     * Asks with message {@code claimRequest}.
     *
     * @return the reply; or a failure: transient when the deadline passes, a {@link FaultReplyException} when the
     *     replier answers that it failed
     */
    public CompletionStage<Claim> request(ClaimRequest payload, Duration deadline) {
        return request(payload, deadline, SendOptions.NONE);
    }

    /** Asks with message {@code claimRequest} and options. */
    public CompletionStage<Claim> request(ClaimRequest payload, Duration deadline, SendOptions options) {
        OutgoingMessage<Void, ClaimRequest> message = OutgoingMessage.of(
                ParcelsChannels.CLAIM_REQUESTS,
                ParcelsMessages.CLAIM_REQUEST,
                null,
                payload,
                options);
        return fallback.over(requestor.request(message, deadline).thenApply(ClaimRequestor::reply));
    }

    /** Asks with message {@code claimRequest} and waits for the reply, which fails as that of {@link #request} does. */
    public Claim requestAndWait(ClaimRequest payload, Duration deadline) throws InterruptedException {
        return Waiting.on(request(payload, deadline));
    }

    /**
     * Asks through a sink, such as an outbox, with message {@code claimRequest}. The reply goes to the reply
     * channel, unless the options say otherwise.
     */
    public static CompletionStage<Receipt> ask(MessageSink sink, ClaimRequest payload, SendOptions options) {
        SendOptions addressed = options.replyTo() != null
                ? options
                : options.withReplyTo(ParcelsChannels.CLAIM_REPLIES.address());
        return sink.send(OutgoingMessage.of(
                ParcelsChannels.CLAIM_REQUESTS,
                ParcelsMessages.CLAIM_REQUEST,
                null,
                payload,
                addressed));
    }

    /** Stops listening; what is outstanding fails. */
    @Override
    public void close() {
        requestor.close();
    }

    private static Claim reply(Received<?, ?> message) {
        if (message.payload() instanceof Claim known) {
            return known;
        }
        throw new PoisonMessageException(
                "Channel claimReplies brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
