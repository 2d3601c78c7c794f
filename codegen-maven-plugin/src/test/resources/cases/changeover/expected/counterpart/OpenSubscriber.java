package gen.counterpart;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Subscriptions;
import io.tidings.messaging.Transport;
import java.util.Collection;
import java.util.List;
import org.shop.Opened;

/** Subscribes to {@code areas.{area}.v2}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class OpenSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private OpenSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(AreasParameters parameters, String group) {
        return new SubscriptionSpec<>(OrdersChannels.areas(parameters), List.of(OrdersMessages.OPENED), group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Void> handling(OpenHandler handler) {
        return message -> handler.handle(typed(message), AreasParameters.from(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Void> batches(BatchHandler.Typed<Void, Opened> handler) {
        return BatchHandler.of(OpenSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, AreasParameters parameters, OpenHandler handler) {
        return subscribe(transport, parameters, GROUP, handling(handler));
    }

    /** The same for several addresses, each with a subscription of its own; all are closed together. */
    public static Subscription subscribe(Transport transport,
            Collection<AreasParameters> parameters, OpenHandler handler) {
        return Subscriptions.each(parameters, each -> subscribe(transport, each, handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, AreasParameters parameters,
            String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(parameters, group), handler);
    }

    private static Received<Void, Opened> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(OrdersMessages.OPENED, null);
        }
        if (payload instanceof Opened known) {
            return message.with(OrdersMessages.OPENED, known);
        }
        throw new PoisonMessageException(
                "Channel areas brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
