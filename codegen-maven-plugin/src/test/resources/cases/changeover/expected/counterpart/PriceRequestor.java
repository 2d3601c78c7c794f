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
import org.shop.AskPrice;
import org.shop.Price;

/** Asks on {@code prices.v2} and awaits replies on {@code prices.v2.replies}. Safe for use by several threads. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class PriceRequestor implements AutoCloseable {
    private final Requestor requestor;

    private final Fallback<Price> fallback;

    private PriceRequestor(Requestor requestor, Fallback<Price> fallback) {
        this.requestor = requestor;
        this.fallback = fallback;
    }

    /** Starts to listen for replies. */
    public static PriceRequestor open(Transport transport) {
        return new PriceRequestor(transport.requestor(new ReplyChannel<>(
                OrdersChannels.PRICE_REPLIES,
                List.of(OrdersMessages.PRICE))), Fallback.none());
    }

    /**
     * The same requestor with something to go on with when a reply does not come, such as one from a cache.
     * Closing either closes both.
     */
    public PriceRequestor withFallback(Fallback<Price> fallback) {
        return new PriceRequestor(requestor, fallback);
    }

    /**
     * Asks with message {@code ask}.
     *
     * @return the reply; or a failure: transient when the deadline passes, a {@link FaultReplyException} when the
     *     replier answers that it failed
     */
    public CompletionStage<Price> request(AskPrice payload, Duration deadline) {
        return request(payload, deadline, SendOptions.NONE);
    }

    /** Asks with message {@code ask} and options. */
    public CompletionStage<Price> request(AskPrice payload, Duration deadline, SendOptions options) {
        OutgoingMessage<Void, AskPrice> message = OutgoingMessage.of(
                OrdersChannels.PRICES,
                OrdersMessages.ASK,
                null,
                payload,
                options);
        return fallback.over(requestor.request(message, deadline).thenApply(PriceRequestor::reply));
    }

    /** Asks with message {@code ask} and waits for the reply, which fails as that of {@link #request} does. */
    public Price requestAndWait(AskPrice payload, Duration deadline) throws InterruptedException {
        return Waiting.on(request(payload, deadline));
    }

    /**
     * Asks through a sink, such as an outbox, with message {@code ask}. The reply goes to the reply channel, unless
     * the options say otherwise.
     */
    public static CompletionStage<Receipt> ask(MessageSink sink, AskPrice payload, SendOptions options) {
        SendOptions addressed = options.replyTo() != null
                ? options
                : options.withReplyTo(OrdersChannels.PRICE_REPLIES.address());
        return sink.send(OutgoingMessage.of(OrdersChannels.PRICES, OrdersMessages.ASK, null, payload, addressed));
    }

    /** Stops listening; what is outstanding fails. */
    @Override
    public void close() {
        requestor.close();
    }

    private static Price reply(Received<?, ?> message) {
        if (message.payload() instanceof Price known) {
            return known;
        }
        throw new PoisonMessageException(
                "Channel priceReplies brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
