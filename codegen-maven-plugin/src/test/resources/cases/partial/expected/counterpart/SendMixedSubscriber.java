package gen.counterpart;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.util.List;

/** Subscribes to {@code mixed}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "0.1.0")
public final class SendMixedSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private SendMixedSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(String group) {
        return new SubscriptionSpec<>(HalfTypedChannels.MIXED, List.of(HalfTypedMessages.TYPED), group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Void> handling(SendMixedHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Void> batches(BatchHandler.Typed<Void, SendMixedMessage> handler) {
        return BatchHandler.of(SendMixedSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, SendMixedHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Void, SendMixedMessage> typed(Received<Void, ?> message) {
        return message.with(null, message.payload() == null ? null : SendMixedMessage.of(message));
    }
}
