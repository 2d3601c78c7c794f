package gen.application;

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
import org.lights.Query;
import org.lights.State;

/**
 * Asks on {@code status.{zone}} in a database transaction, and goes on in another one when the reply comes on
 * {@code status.replies}, after a restart perhaps. Safe for use by several threads.
 *
 * @param <C> what is remembered of the request until then
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class AskStatusPendingRequestor<C> {
    private final ContextFormat<C> format;

    public AskStatusPendingRequestor(ContextFormat<C> format) {
        this.format = format;
    }

    /**
     * Asks with message {@code Query} when the transaction commits.
     *
     * @param context what to go on with when the reply comes
     * @param deadline how long to wait for it
     * @return the request's correlation id
     */
    public String ask(PendingRequests requests, Query payload, C context, Duration deadline) {
        SendOptions options = SendOptions.NONE.withReplyTo(StreetLightsChannels.STATUS_REPLIES.address());
        OutgoingMessage<Void, Query> request = OutgoingMessage.of(
                StreetLightsChannels.status(StatusParameters.of(payload)),
                StreetLightsMessages.QUERY,
                null,
                payload,
                options);
        return requests.ask(request, format.write(context), deadline);
    }

    /** Adapts a typed outcome, for what hears of replies and of deadlines that have passed. */
    public PendingHandler resuming(PendingOutcome<C, State> outcome) {
        return PendingHandler.of(format, AskStatusPendingRequestor::reply, outcome);
    }

    private static State reply(Received<?, ?> message) {
        if (message.payload() instanceof State known) {
            return known;
        }
        throw new PoisonMessageException(
                "Channel statusReplies brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
