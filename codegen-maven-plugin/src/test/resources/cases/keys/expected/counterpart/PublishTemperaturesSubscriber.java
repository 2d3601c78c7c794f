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

/** Subscribes to {@code warehouse.temperatures}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class PublishTemperaturesSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private PublishTemperaturesSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<String> spec(String group) {
        return new SubscriptionSpec<>(WarehouseChannels.TEMPERATURES, List.of(WarehouseMessages.MEASURED), group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<String> handling(PublishTemperaturesHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<String> batches(BatchHandler.Typed<String, Count> handler) {
        return BatchHandler.of(PublishTemperaturesSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, PublishTemperaturesHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<String> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<String, Count> typed(Received<String, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(WarehouseMessages.MEASURED, null);
        }
        if (payload instanceof Count known) {
            return message.with(WarehouseMessages.MEASURED, known);
        }
        throw new PoisonMessageException(
                "Channel temperatures brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
