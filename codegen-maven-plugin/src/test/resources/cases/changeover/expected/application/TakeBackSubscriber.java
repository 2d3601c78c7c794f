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
import org.shop.Returned;

/** Subscribes to {@code returns.v2}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class TakeBackSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "orders";

    private TakeBackSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Long> spec(String group) {
        return new SubscriptionSpec<>(OrdersChannels.RETURNS, List.of(OrdersMessages.RETURNED), group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Long> handling(TakeBackHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Long> batches(BatchHandler.Typed<Long, Returned> handler) {
        return BatchHandler.of(TakeBackSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, TakeBackHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Long> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Long, Returned> typed(Received<Long, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(OrdersMessages.RETURNED, null);
        }
        if (payload instanceof Returned known) {
            return message.with(OrdersMessages.RETURNED, known);
        }
        throw new PoisonMessageException(
                "Channel returns brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
