package gen.counterpart;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.util.List;
import org.kitchen.Order;

/** Subscribes to {@code kitchen.bell}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class RingSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private RingSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(String group) {
        return new SubscriptionSpec<>(KitchenChannels.BELL, List.of(KitchenMessages.RING_BELL), group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Void> handling(RingHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Void> batches(BatchHandler.Typed<Void, Order> handler) {
        return BatchHandler.of(RingSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, RingHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Void, Order> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(KitchenMessages.RING_BELL, null);
        }
        if (payload instanceof Order known) {
            return message.with(KitchenMessages.RING_BELL, known);
        }
        throw new PoisonMessageException(
                "Channel bell brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
