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
import org.depots.avro.DepotOpened;

/** Subscribes to {@code depots.events}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.2.0")
public final class DepotsSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "parcels-of-depots";

    private DepotsSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(String group) {
        return new SubscriptionSpec<>(
                ParcelServiceChannels.DEPOT_EVENTS,
                List.of(ParcelServiceMessages.DEPOT_OPENED),
                group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Void> handling(DepotsHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Void> batches(BatchHandler.Typed<Void, DepotOpened> handler) {
        return BatchHandler.of(DepotsSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, DepotsHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Void, DepotOpened> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(ParcelServiceMessages.DEPOT_OPENED, null);
        }
        if (payload instanceof DepotOpened known) {
            return message.with(ParcelServiceMessages.DEPOT_OPENED, known);
        }
        throw new PoisonMessageException(
                "Channel depotEvents brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
