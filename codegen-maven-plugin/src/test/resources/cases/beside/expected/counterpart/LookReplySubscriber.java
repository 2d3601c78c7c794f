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
import org.parcels.Found;

/** Subscribes to replies on an address that is known at run time only. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class LookReplySubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private LookReplySubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(String replyAddress, String group) {
        return new SubscriptionSpec<>(
                ParcelsChannels.lookupReplies(replyAddress),
                List.of(ParcelsMessages.FOUND),
                group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Void> handling(LookReplyHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Void> batches(BatchHandler.Typed<Void, Found> handler) {
        return BatchHandler.of(LookReplySubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, String replyAddress, LookReplyHandler handler) {
        return subscribe(transport, replyAddress, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String replyAddress, String group,
            MessageHandler<Void> handler) {
        return transport.subscribe(spec(replyAddress, group), handler);
    }

    private static Received<Void, Found> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(ParcelsMessages.FOUND, null);
        }
        if (payload instanceof Found known) {
            return message.with(ParcelsMessages.FOUND, known);
        }
        throw new PoisonMessageException(
                "Channel lookupReplies brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
