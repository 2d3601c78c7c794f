package gen.counterpart;

import io.tidings.messaging.ContextFormat;
import io.tidings.messaging.Generated;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PendingHandler;
import io.tidings.messaging.PendingOutcome;
import io.tidings.messaging.PendingRequests;
import io.tidings.messaging.SendOptions;
import java.time.Duration;
import org.quotes.QuoteRequest;

/**
 * Asks on {@code quotes.requests} in a database transaction, and goes on in another one when the reply comes on
 * {@code quotes.replies}, after a restart perhaps. Safe for use by several threads.
 *
 * <p>Says what a parcel would cost
 *
 * @param <C> what is remembered of the request until then
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class QuotePendingRequestor<C> {
    private final ContextFormat<C> format;

    public QuotePendingRequestor(ContextFormat<C> format) {
        this.format = format;
    }

    /**
     * Asks with message {@code quoteRequest} when the transaction commits.
     *
     * @param context what to go on with when the reply comes
     * @param deadline how long to wait for it
     * @return the request's correlation id
     */
    public String ask(PendingRequests requests, Long key, QuoteRequest payload, C context, Duration deadline) {
        SendOptions options = SendOptions.NONE.withReplyTo(QuotesChannels.QUOTE_REPLIES.address());
        OutgoingMessage<Long, QuoteRequest> request = OutgoingMessage.of(
                QuotesChannels.QUOTE_REQUESTS,
                QuotesMessages.QUOTE_REQUEST,
                key,
                payload,
                options);
        return requests.ask(request, format.write(context), deadline);
    }

    /** Adapts a typed outcome, for what hears of replies and of deadlines that have passed. */
    public PendingHandler resuming(PendingOutcome<C, QuoteReply> outcome) {
        return PendingHandler.of(format, QuoteReply::of, outcome);
    }
}
