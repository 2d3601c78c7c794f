package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Received;
import io.tidings.messaging.Replying;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.quotes.Quote;
import org.quotes.QuoteRequest;

/**
 * Answers requests from {@code quotes.requests}, to the address they name or else to {@code quotes.replies}.
 * Stateless.
 *
 * <p>Guesses
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class EstimateReplier {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "quotes";

    private EstimateReplier() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Long> spec(String group) {
        return new SubscriptionSpec<>(QuotesChannels.QUOTE_REQUESTS, List.of(QuotesMessages.QUOTE_REQUEST), group);
    }

    /**
     * Adapts a typed handler; a request is done when the sink has taken its reply. Whoever asked what is
     * given up is told with a fault.
     */
    public static MessageHandler<Long> replying(EstimateHandler handler, MessageSink replies) {
        return Replying.handler(replies, QuotesChannels.QUOTE_REPLIES, QuotesMessages.QUOTE, message -> {
            Received<Long, QuoteRequest> request = typed(message);
            return reply(replies, request, handler.handle(request));
        });
    }

    /** Answers as a member of {@link #GROUP}, straight through the transport. */
    public static Subscription serve(Transport transport, EstimateHandler handler) {
        return subscribe(transport, GROUP, replying(handler, transport.sink()));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Long> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static CompletionStage<Receipt> reply(MessageSink replies, Received<?, ?> request, Quote reply) {
        return Replying.reply(replies, request, QuotesChannels.QUOTE_REPLIES, QuotesMessages.QUOTE, reply);
    }

    private static Received<Long, QuoteRequest> typed(Received<Long, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(QuotesMessages.QUOTE_REQUEST, null);
        }
        if (payload instanceof QuoteRequest known) {
            return message.with(QuotesMessages.QUOTE_REQUEST, known);
        }
        throw new PoisonMessageException(
                "Channel quoteRequests brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
