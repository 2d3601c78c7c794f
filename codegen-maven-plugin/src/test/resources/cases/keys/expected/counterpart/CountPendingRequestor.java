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
import org.warehouse.Count;
import org.warehouse.HowMany;
import org.warehouse.Place;

/**
 * Asks on {@code warehouse.questions} in a database transaction, and goes on in another one when the reply comes
 * on {@code warehouse.answers}, after a restart perhaps. Safe for use by several threads.
 *
 * @param <C> what is remembered of the request until then
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class CountPendingRequestor<C> {
    private final ContextFormat<C> format;

    public CountPendingRequestor(ContextFormat<C> format) {
        this.format = format;
    }

    /**
     * Asks with message {@code howMany} when the transaction commits.
     *
     * @param context what to go on with when the reply comes
     * @param deadline how long to wait for it
     * @return the request's correlation id
     */
    public String ask(PendingRequests requests, Place key, HowMany payload, C context, Duration deadline) {
        SendOptions options = SendOptions.NONE.withReplyTo(WarehouseChannels.ANSWERS.address());
        OutgoingMessage<Place, HowMany> request = OutgoingMessage.of(
                WarehouseChannels.QUESTIONS,
                WarehouseMessages.HOW_MANY,
                key,
                payload,
                options);
        return requests.ask(request, format.write(context), deadline);
    }

    /** Adapts a typed outcome, for what hears of replies and of deadlines that have passed. */
    public PendingHandler resuming(PendingOutcome<C, Count> outcome) {
        return PendingHandler.of(format, CountPendingRequestor::reply, outcome);
    }

    private static Count reply(Received<?, ?> message) {
        if (message.payload() instanceof Count known) {
            return known;
        }
        throw new PoisonMessageException(
                "Channel answers brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
