package gen.counterpart;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.util.List;

/** Subscribes to {@code parcels}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class PublishParcelsSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private PublishParcelsSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<String> spec(String group) {
        return new SubscriptionSpec<>(
                ParcelsChannels.PARCELS,
                List.of(ParcelsMessages.PARCEL_MOVED, ParcelsMessages.PARCEL_LOST),
                group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<String> handling(PublishParcelsHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<String> batches(BatchHandler.Typed<String, PublishParcelsMessage> handler) {
        return BatchHandler.of(PublishParcelsSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, PublishParcelsHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<String> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<String, PublishParcelsMessage> typed(Received<String, ?> message) {
        return message.with(null, message.payload() == null ? null : PublishParcelsMessage.of(message));
    }
}
