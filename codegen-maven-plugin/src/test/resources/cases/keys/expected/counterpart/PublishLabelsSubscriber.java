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

/** Subscribes to {@code warehouse.labels}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class PublishLabelsSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private PublishLabelsSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<byte[]> spec(String group) {
        return new SubscriptionSpec<>(WarehouseChannels.LABELS, List.of(WarehouseMessages.LABEL), group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<byte[]> handling(PublishLabelsHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<byte[]> batches(BatchHandler.Typed<byte[], Count> handler) {
        return BatchHandler.of(PublishLabelsSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, PublishLabelsHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<byte[]> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<byte[], Count> typed(Received<byte[], ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(WarehouseMessages.LABEL, null);
        }
        if (payload instanceof Count known) {
            return message.with(WarehouseMessages.LABEL, known);
        }
        throw new PoisonMessageException(
                "Channel labels brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
