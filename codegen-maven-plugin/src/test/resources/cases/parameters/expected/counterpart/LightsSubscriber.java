package gen.counterpart;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Subscriptions;
import io.tidings.messaging.Transport;
import java.util.Collection;
import java.util.List;

/** Subscribes to {@code lights.{streetId}.{zone}.measured}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class LightsSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private LightsSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<String> spec(MeasuredParameters parameters, String group) {
        return new SubscriptionSpec<>(
                StreetLightsChannels.measured(parameters),
                List.of(StreetLightsMessages.MEASURED, StreetLightsMessages.FAILED),
                group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<String> handling(LightsHandler handler) {
        return message -> handler.handle(typed(message), MeasuredParameters.from(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<String> batches(BatchHandler.Typed<String, LightsMessage> handler) {
        return BatchHandler.of(LightsSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, MeasuredParameters parameters, LightsHandler handler) {
        return subscribe(transport, parameters, GROUP, handling(handler));
    }

    /** The same for several addresses, each with a subscription of its own; all are closed together. */
    public static Subscription subscribe(Transport transport,
            Collection<MeasuredParameters> parameters, LightsHandler handler) {
        return Subscriptions.each(parameters, each -> subscribe(transport, each, handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, MeasuredParameters parameters,
            String group, MessageHandler<String> handler) {
        return transport.subscribe(spec(parameters, group), handler);
    }

    private static Received<String, LightsMessage> typed(Received<String, ?> message) {
        return message.with(null, message.payload() == null ? null : LightsMessage.of(message));
    }
}
