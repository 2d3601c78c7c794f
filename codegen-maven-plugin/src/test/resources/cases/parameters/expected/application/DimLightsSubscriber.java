package gen.application;

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
import org.lights.Dim;

/** Subscribes to {@code dim-{class}}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class DimLightsSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "street-lights";

    private DimLightsSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(DimParameters parameters, String group) {
        return new SubscriptionSpec<>(StreetLightsChannels.dim(parameters), List.of(StreetLightsMessages.DIM), group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Void> handling(DimLightsHandler handler) {
        return message -> handler.handle(typed(message), DimParameters.from(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Void> batches(BatchHandler.Typed<Void, Dim> handler) {
        return BatchHandler.of(DimLightsSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, DimParameters parameters, DimLightsHandler handler) {
        return subscribe(transport, parameters, GROUP, handling(handler));
    }

    /** The same for several addresses, each with a subscription of its own; all are closed together. */
    public static Subscription subscribe(Transport transport, Collection<DimParameters> parameters,
            DimLightsHandler handler) {
        return Subscriptions.each(parameters, each -> subscribe(transport, each, handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, DimParameters parameters,
            String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(parameters, group), handler);
    }

    private static Received<Void, Dim> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(StreetLightsMessages.DIM, null);
        }
        if (payload instanceof Dim known) {
            return message.with(StreetLightsMessages.DIM, known);
        }
        throw new PoisonMessageException(
                "Channel dim brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
