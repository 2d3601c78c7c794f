package gen.counterpart;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.util.List;
import java.util.UUID;

/**
 * Subscribes to {@code parcels.events}. Stateless.
 *
 * <p>Tells what happens to parcels.
 */
@Generated(document = "asyncapi.yaml", version = "1.2.0")
public final class ParcelsSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private ParcelsSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<UUID> spec(String group) {
        return new SubscriptionSpec<>(
                ParcelServiceChannels.PARCEL_EVENTS,
                List.of(ParcelServiceMessages.PARCEL_POSTED, ParcelServiceMessages.PARCEL_DELIVERED),
                group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<UUID> handling(ParcelsHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<UUID> batches(BatchHandler.Typed<UUID, ParcelsMessage> handler) {
        return BatchHandler.of(ParcelsSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, ParcelsHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<UUID> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<UUID, ParcelsMessage> typed(Received<UUID, ?> message) {
        return message.with(null, message.payload() == null ? null : ParcelsMessage.of(message));
    }
}
