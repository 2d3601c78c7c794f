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
import org.warehouse.Level;

/** Subscribes to {@code warehouse.alarms}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class PublishAlarmsSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private PublishAlarmsSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Level> spec(String group) {
        return new SubscriptionSpec<>(WarehouseChannels.ALARMS, List.of(WarehouseMessages.ALARM), group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Level> handling(PublishAlarmsHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Level> batches(BatchHandler.Typed<Level, Count> handler) {
        return BatchHandler.of(PublishAlarmsSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, PublishAlarmsHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Level> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Level, Count> typed(Received<Level, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(WarehouseMessages.ALARM, null);
        }
        if (payload instanceof Count known) {
            return message.with(WarehouseMessages.ALARM, known);
        }
        throw new PoisonMessageException(
                "Channel alarms brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
