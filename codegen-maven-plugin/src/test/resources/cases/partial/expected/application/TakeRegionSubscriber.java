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
import org.half.Typed;

/** Subscribes to {@code region.{region}}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "0.1.0")
public final class TakeRegionSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "half-typed";

    private TakeRegionSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(ParameterizedParameters parameters, String group) {
        return new SubscriptionSpec<>(
                HalfTypedChannels.parameterized(parameters),
                List.of(HalfTypedMessages.TYPED),
                group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Void> handling(TakeRegionHandler handler) {
        return message -> handler.handle(typed(message), ParameterizedParameters.from(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Void> batches(BatchHandler.Typed<Void, Typed> handler) {
        return BatchHandler.of(TakeRegionSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, ParameterizedParameters parameters,
            TakeRegionHandler handler) {
        return subscribe(transport, parameters, GROUP, handling(handler));
    }

    /** The same for several addresses, each with a subscription of its own; all are closed together. */
    public static Subscription subscribe(Transport transport,
            Collection<ParameterizedParameters> parameters, TakeRegionHandler handler) {
        return Subscriptions.each(parameters, each -> subscribe(transport, each, handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, ParameterizedParameters parameters,
            String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(parameters, group), handler);
    }

    private static Received<Void, Typed> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(HalfTypedMessages.TYPED, null);
        }
        if (payload instanceof Typed known) {
            return message.with(HalfTypedMessages.TYPED, known);
        }
        throw new PoisonMessageException(
                "Channel parameterized brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
