package gen.counterpart;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Received;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.util.List;

/**
 * Subscribes to replies on {@code quotes.replies}. Stateless.
 *
 * <p>Says what a parcel would cost
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class QuoteReplySubscriber {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private QuoteReplySubscriber() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Long> spec(String group) {
        return new SubscriptionSpec<>(
                QuotesChannels.QUOTE_REPLIES,
                List.of(QuotesMessages.QUOTE, QuotesMessages.REFUSAL),
                group);
    }

    /** Adapts a typed handler. */
    public static MessageHandler<Long> handling(QuoteReplyHandler handler) {
        return message -> handler.handle(typed(message));
    }

    /** Adapts a typed handler that takes several messages at once. */
    public static BatchHandler<Long> batches(BatchHandler.Typed<Long, QuoteReply> handler) {
        return BatchHandler.of(QuoteReplySubscriber::typed, handler);
    }

    /** Subscribes as a member of {@link #GROUP}. */
    public static Subscription subscribe(Transport transport, QuoteReplyHandler handler) {
        return subscribe(transport, GROUP, handling(handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Long> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static Received<Long, QuoteReply> typed(Received<Long, ?> message) {
        return message.with(null, message.payload() == null ? null : QuoteReply.of(message));
    }
}
