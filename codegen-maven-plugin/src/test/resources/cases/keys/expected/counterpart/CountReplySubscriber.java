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
import org.warehouse.Count;
import org.warehouse.Place;

/** Subscribes to replies on {@code warehouse.answers}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class CountReplySubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private CountReplySubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Place> spec(String group) {
        return new SubscriptionSpec<>(WarehouseChannels.ANSWERS, List.of(WarehouseMessages.COUNT), group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Place> handling(CountReplyHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Place> batches(BatchHandler.Typed<Place, Count> handler) {
        return BatchHandler.of(CountReplySubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, CountReplyHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Place> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Place, Count> typed(Received<Place, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(WarehouseMessages.COUNT, null);
        }
        if (payload instanceof Count known) {
            return message.with(WarehouseMessages.COUNT, known);
        }
        throw new PoisonMessageException(
                "Channel answers brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
