package gen.counterpart;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import io.tidings.messaging.serde.ExistingRecords;
import java.util.List;
import org.shared.Money;

/** Subscribes to replies on {@code shop.answers}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class TellMuchReplySubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private TellMuchReplySubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(String group) {
        return new SubscriptionSpec<>(
                PaymentsChannels.ANSWERS,
                ExistingRecords.readable(List.of(PaymentsMessages.SO_MUCH)),
                group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Void> handling(TellMuchReplyHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Void> batches(BatchHandler.Typed<Void, Money> handler) {
        return BatchHandler.of(TellMuchReplySubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, TellMuchReplyHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Void, Money> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(PaymentsMessages.SO_MUCH, null);
        }
        if (payload instanceof Money known) {
            return message.with(PaymentsMessages.SO_MUCH, known);
        }
        throw new PoisonMessageException(
                "Channel answers brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
