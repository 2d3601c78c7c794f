package gen.counterpart;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import io.tidings.messaging.serde.ExistingRecords;
import java.util.List;
import org.shared.Account;

/** Subscribes to {@code shop.audits}. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class TellAuditsSubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private TellAuditsSubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Account> spec(String group) {
        return new SubscriptionSpec<>(
                PaymentsChannels.AUDITS,
                ExistingRecords.readable(List.of(PaymentsMessages.MONEY_MOVED, PaymentsMessages.PAID)),
                group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Account> handling(TellAuditsHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Account> batches(BatchHandler.Typed<Account, TellAuditsMessage> handler) {
        return BatchHandler.of(TellAuditsSubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, TellAuditsHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Account> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Account, TellAuditsMessage> typed(Received<Account, ?> message) {
        return message.with(null, message.payload() == null ? null : TellAuditsMessage.of(message));
    }
}
