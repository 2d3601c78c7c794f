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
import org.depots.Opened;

/** Subscribes to {@code depots}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class WatchSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "watchers";

    private WatchSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(String group) {
        return new SubscriptionSpec<>(DepotChannels.DEPOTS, List.of(DepotMessages.OPENED), group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Void> handling(WatchHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Void> batches(BatchHandler.Typed<Void, Opened> handler) {
        return BatchHandler.of(WatchSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, WatchHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Void, Opened> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(DepotMessages.OPENED, null);
        }
        if (payload instanceof Opened known) {
            return message.with(DepotMessages.OPENED, known);
        }
        throw new PoisonMessageException(
                "Channel depots brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
