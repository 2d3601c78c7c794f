package gen.counterpart;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.util.List;

/** Subscribes to {@code orders.v2}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class TellSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private TellSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<String> spec(String group) {
        return new SubscriptionSpec<>(
                OrdersChannels.ORDERS,
                List.of(OrdersMessages.PLACED, OrdersMessages.CANCELLED, OrdersMessages.SHIPPED),
                group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<String> handling(TellHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<String> batches(BatchHandler.Typed<String, TellMessage> handler) {
        return BatchHandler.of(TellSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, TellHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<String> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<String, TellMessage> typed(Received<String, ?> message) {
        return message.with(null, message.payload() == null ? null : TellMessage.of(message));
    }
}
