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
import org.shop.Counted;

/** Subscribes to {@code stock}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class CountSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private CountSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(String group) {
        return new SubscriptionSpec<>(OrdersChannels.STOCK, List.of(OrdersMessages.COUNTED), group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Void> handling(CountHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Void> batches(BatchHandler.Typed<Void, Counted> handler) {
        return BatchHandler.of(CountSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, CountHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Void, Counted> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(OrdersMessages.COUNTED, null);
        }
        if (payload instanceof Counted known) {
            return message.with(OrdersMessages.COUNTED, known);
        }
        throw new PoisonMessageException(
                "Channel stock brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
