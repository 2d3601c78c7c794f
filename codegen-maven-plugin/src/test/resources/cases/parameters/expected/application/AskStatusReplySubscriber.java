package gen.application;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.util.List;
import org.lights.State;

/** Subscribes to replies on {@code status.replies}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class AskStatusReplySubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "street-lights";

    private AskStatusReplySubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(String group) {
        return new SubscriptionSpec<>(StreetLightsChannels.STATUS_REPLIES, List.of(StreetLightsMessages.STATE), group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Void> handling(AskStatusReplyHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Void> batches(BatchHandler.Typed<Void, State> handler) {
        return BatchHandler.of(AskStatusReplySubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, AskStatusReplyHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Void, State> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(StreetLightsMessages.STATE, null);
        }
        if (payload instanceof State known) {
            return message.with(StreetLightsMessages.STATE, known);
        }
        throw new PoisonMessageException(
                "Channel statusReplies brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
