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
import org.parcels.Found;
import org.parcels.Lookup;

/**
 * Asks on {@code lookups} in a database transaction, and goes on in another one when the reply comes on an
 * address that is known at run time only, after a restart perhaps. Safe for use by several threads.
 *
 * @param <C> what is remembered of the request until then
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class LookPendingRequestor<C> {
    private final ContextFormat<C> format;

    private final String replyAddress;

    public LookPendingRequestor(ContextFormat<C> format, String replyAddress) {
        this.format = format;
        this.replyAddress = replyAddress;
    }

    /**
     * Asks with message {@code lookup} when the transaction commits.
     *
     * @param context what to go on with when the reply comes
     * @param deadline how long to wait for it
     * @return the request's correlation id
     */
    public String ask(PendingRequests requests, Lookup payload, C context, Duration deadline) {
        SendOptions options = SendOptions.NONE.withReplyTo(replyAddress);
        OutgoingMessage<Void, Lookup> request = OutgoingMessage.of(
                ParcelsChannels.LOOKUPS,
                ParcelsMessages.LOOKUP,
                null,
                payload,
                options);
        return requests.ask(request, format.write(context), deadline);
    }

    /** Adapts a typed outcome, for what hears of replies and of deadlines that have passed. */
    public PendingHandler resuming(PendingOutcome<C, Found> outcome) {
        return PendingHandler.of(format, LookPendingRequestor::reply, outcome);
    }

    private static Found reply(Received<?, ?> message) {
        if (message.payload() instanceof Found known) {
            return known;
        }
        throw new PoisonMessageException(
                "Channel lookupReplies brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
