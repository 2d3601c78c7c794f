package gen.counterpart;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.util.List;

/** Subscribes to {@code doors}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class PublishDoorsSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private PublishDoorsSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(String group) {
        return new SubscriptionSpec<>(
                ParcelsChannels.DOORS,
                List.of(ParcelsMessages.OPENED, ParcelsMessages.CLOSED),
                group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Void> handling(PublishDoorsHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Void> batches(BatchHandler.Typed<Void, PublishDoorsMessage> handler) {
        return BatchHandler.of(PublishDoorsSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, PublishDoorsHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Void, PublishDoorsMessage> typed(Received<Void, ?> message) {
        return message.with(null, message.payload() == null ? null : PublishDoorsMessage.of(message));
    }
}
