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
import org.shop.ParcelMoved;

/** Subscribes to {@code parcels.v2}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class MoveSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private MoveSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Long> spec(String group) {
        return new SubscriptionSpec<>(OrdersChannels.PARCELS, List.of(OrdersMessages.MOVED), group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Long> handling(MoveHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Long> batches(BatchHandler.Typed<Long, ParcelMoved> handler) {
        return BatchHandler.of(MoveSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, MoveHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Long> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Long, ParcelMoved> typed(Received<Long, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(OrdersMessages.MOVED, null);
        }
        if (payload instanceof ParcelMoved known) {
            return message.with(OrdersMessages.MOVED, known);
        }
        throw new PoisonMessageException(
                "Channel parcels brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
