package gen.counterpart;

import io.tidings.messaging.ContextFormat;
import io.tidings.messaging.Generated;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PendingHandler;
import io.tidings.messaging.PendingOutcome;
import io.tidings.messaging.PendingRequests;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import java.time.Duration;
import org.parcels.Claim;
import org.parcels.ClaimRequest;

/**
 * Asks on {@code claim.requests} in a database transaction, and goes on in another one when the reply comes on
 * {@code claim.replies}, after a restart perhaps. Safe for use by several threads.
 *
 * @param <C> what is remembered of the request until then
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class ClaimPendingRequestor<C> {
    private final ContextFormat<C> format;

    public ClaimPendingRequestor(ContextFormat<C> format) {
        this.format = format;
    }

    /**
     * Asks with message {@code claimRequest} when the transaction commits.
     *
     * @param context what to go on with when the reply comes
     * @param deadline how long to wait for it
     * @return the request's correlation id
     */
    public String ask(PendingRequests requests, ClaimRequest payload, C context, Duration deadline) {
        SendOptions options = SendOptions.NONE.withReplyTo(ParcelsChannels.CLAIM_REPLIES.address());
        OutgoingMessage<Void, ClaimRequest> request = OutgoingMessage.of(
                ParcelsChannels.CLAIM_REQUESTS,
                ParcelsMessages.CLAIM_REQUEST,
                null,
                payload,
                options);
        return requests.ask(request, format.write(context), deadline);
    }

    /** Adapts a typed outcome, for what hears of replies and of deadlines that have passed. */
    public PendingHandler resuming(PendingOutcome<C, Claim> outcome) {
        return PendingHandler.of(format, ClaimPendingRequestor::reply, outcome);
    }

    private static Claim reply(Received<?, ?> message) {
        if (message.payload() instanceof Claim known) {
            return known;
        }
        throw new PoisonMessageException(
                "Channel claimReplies brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
