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
import org.shared.Account;
import org.shop.Paid;

/** Subscribes to {@code shop.paid}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class TellPaidSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private TellPaidSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Account> spec(String group) {
        return new SubscriptionSpec<>(
                PaymentsChannels.PAID,
                ExistingRecords.readable(List.of(PaymentsMessages.PAID)),
                group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Account> handling(TellPaidHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Account> batches(BatchHandler.Typed<Account, Paid> handler) {
        return BatchHandler.of(TellPaidSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, TellPaidHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Account> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Account, Paid> typed(Received<Account, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(PaymentsMessages.PAID, null);
        }
        if (payload instanceof Paid known) {
            return message.with(PaymentsMessages.PAID, known);
        }
        throw new PoisonMessageException(
                "Channel paid brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
