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
import org.shop.AskPrice;
import org.shop.Price;

/**
 * Asks on {@code prices.v2} in a database transaction, and goes on in another one when the reply comes on {@code
 * prices.v2.replies}, after a restart perhaps. Safe for use by several threads.
 *
 * @param <C> what is remembered of the request until then
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class PricePendingRequestor<C> {
    private final ContextFormat<C> format;

    public PricePendingRequestor(ContextFormat<C> format) {
        this.format = format;
    }

    /**
     * Asks with message {@code ask} when the transaction commits.
     *
     * @param context what to go on with when the reply comes
     * @param deadline how long to wait for it
     * @return the request's correlation id
     */
    public String ask(PendingRequests requests, AskPrice payload, C context, Duration deadline) {
        SendOptions options = SendOptions.NONE.withReplyTo(OrdersChannels.PRICE_REPLIES.address());
        OutgoingMessage<Void, AskPrice> request = OutgoingMessage.of(
                OrdersChannels.PRICES,
                OrdersMessages.ASK,
                null,
                payload,
                options);
        return requests.ask(request, format.write(context), deadline);
    }

    /** Adapts a typed outcome, for what hears of replies and of deadlines that have passed. */
    public PendingHandler resuming(PendingOutcome<C, Price> outcome) {
        return PendingHandler.of(format, PricePendingRequestor::reply, outcome);
    }

    private static Price reply(Received<?, ?> message) {
        if (message.payload() instanceof Price known) {
            return known;
        }
        throw new PoisonMessageException(
                "Channel priceReplies brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
