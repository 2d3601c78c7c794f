package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Received;
import io.tidings.messaging.Replying;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.shop.AskPrice;
import org.shop.Price;

/**
 * Answers requests from {@code prices.v2}, to the address they name or else to {@code prices.v2.replies}.
 * Stateless.
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class PriceReplier {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "orders";

    private PriceReplier() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(String group) {
        return new SubscriptionSpec<>(OrdersChannels.PRICES, List.of(OrdersMessages.ASK), group);
    }

    /**
     * Adapts a typed handler; a request is done when the sink has taken its reply. Whoever asked what is
     * given up is told with a fault.
     */
    public static MessageHandler<Void> replying(PriceHandler handler, MessageSink replies) {
        return Replying.handler(replies, OrdersChannels.PRICE_REPLIES, OrdersMessages.PRICE, message -> {
            Received<Void, AskPrice> request = typed(message);
            return reply(replies, request, handler.handle(request));
        });
    }

    /** Answers as a member of {@link #GROUP}, straight through the transport. */
    public static Subscription serve(Transport transport, PriceHandler handler) {
        return subscribe(transport, GROUP, replying(handler, transport.sink()));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static CompletionStage<Receipt> reply(MessageSink replies, Received<?, ?> request, Price reply) {
        return Replying.reply(replies, request, OrdersChannels.PRICE_REPLIES, OrdersMessages.PRICE, reply);
    }

    private static Received<Void, AskPrice> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(OrdersMessages.ASK, null);
        }
        if (payload instanceof AskPrice known) {
            return message.with(OrdersMessages.ASK, known);
        }
        throw new PoisonMessageException(
                "Channel prices brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
