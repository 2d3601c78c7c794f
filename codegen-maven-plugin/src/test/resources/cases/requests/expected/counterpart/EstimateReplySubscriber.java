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
import org.quotes.Quote;

/**
 * Subscribes to replies on {@code quotes.replies}. Stateless.
 *
 * <p>Guesses
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class EstimateReplySubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private EstimateReplySubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Long> spec(String group) {
        return new SubscriptionSpec<>(QuotesChannels.QUOTE_REPLIES, List.of(QuotesMessages.QUOTE), group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Long> handling(EstimateReplyHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Long> batches(BatchHandler.Typed<Long, Quote> handler) {
        return BatchHandler.of(EstimateReplySubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, EstimateReplyHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Long> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Long, Quote> typed(Received<Long, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(QuotesMessages.QUOTE, null);
        }
        if (payload instanceof Quote known) {
            return message.with(QuotesMessages.QUOTE, known);
        }
        throw new PoisonMessageException(
                "Channel quoteReplies brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
