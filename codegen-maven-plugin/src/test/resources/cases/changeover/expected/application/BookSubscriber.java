package gen.application;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.util.List;
import org.shop.PaymentMade;

/** Subscribes to {@code payments.v2}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class BookSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "orders";

    private BookSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<String> spec(String group) {
        return new SubscriptionSpec<>(OrdersChannels.PAYMENTS, List.of(OrdersMessages.PAYMENT_MADE), group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<String> handling(BookHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<String> batches(BatchHandler.Typed<String, PaymentMade> handler) {
        return BatchHandler.of(BookSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, BookHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<String> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<String, PaymentMade> typed(Received<String, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(OrdersMessages.PAYMENT_MADE, null);
        }
        if (payload instanceof PaymentMade known) {
            return message.with(OrdersMessages.PAYMENT_MADE, known);
        }
        throw new PoisonMessageException(
                "Channel payments brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
