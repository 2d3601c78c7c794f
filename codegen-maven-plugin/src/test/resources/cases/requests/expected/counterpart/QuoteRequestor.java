package gen.counterpart;

import io.tidings.messaging.Fallback;
import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Transport;
import io.tidings.messaging.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.quotes.QuoteRequest;

/**
 * Asks on {@code quotes.requests} and awaits replies on {@code quotes.replies}. Safe for use by several threads.
 *
 * <p>Says what a parcel would cost
 */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class QuoteRequestor implements AutoCloseable {
    private final Requestor requestor;

    private final Fallback<QuoteReply> fallback;

    private QuoteRequestor(Requestor requestor, Fallback<QuoteReply> fallback) {
        this.requestor = requestor;
        this.fallback = fallback;
    }

    /** Starts to listen for replies. */
    public static QuoteRequestor open(Transport transport) {
        return new QuoteRequestor(transport.requestor(new ReplyChannel<>(
                QuotesChannels.QUOTE_REPLIES,
                List.of(QuotesMessages.QUOTE, QuotesMessages.REFUSAL))), Fallback.none());
    }

    /**
     * The same requestor with something to go on with when a reply does not come, such as one from a cache.
     * Closing either closes both.
     */
    public QuoteRequestor withFallback(Fallback<QuoteReply> fallback) {
        return new QuoteRequestor(requestor, fallback);
    }

    /**
     * Asks with message {@code quoteRequest}.
     *
     * @return the reply; or a failure: transient when the deadline passes, a {@link FaultReplyException} when the
     *     replier answers that it failed
     */
    public CompletionStage<QuoteReply> request(Long key, QuoteRequest payload, Duration deadline) {
        return request(key, payload, deadline, SendOptions.NONE);
    }

    /** Asks with message {@code quoteRequest} and options. */
    public CompletionStage<QuoteReply> request(Long key, QuoteRequest payload, Duration deadline, SendOptions options) {
        OutgoingMessage<Long, QuoteRequest> message = OutgoingMessage.of(
                QuotesChannels.QUOTE_REQUESTS,
                QuotesMessages.QUOTE_REQUEST,
                key,
                payload,
                options);
        return fallback.over(requestor.request(message, deadline).thenApply(QuoteReply::of));
    }

    /** Asks with message {@code quoteRequest} and waits for the reply, which fails as that of {@link #request} does. */
    public QuoteReply requestAndWait(Long key, QuoteRequest payload, Duration deadline) throws InterruptedException {
        return Waiting.on(request(key, payload, deadline));
    }

    /**
     * Asks through a sink, such as an outbox, with message {@code quoteRequest}. The reply goes to the reply
     * channel, unless the options say otherwise.
     */
    public static CompletionStage<Receipt> ask(MessageSink sink, Long key, QuoteRequest payload, SendOptions options) {
        SendOptions addressed = options.replyTo() != null
                ? options
                : options.withReplyTo(QuotesChannels.QUOTE_REPLIES.address());
        return sink.send(OutgoingMessage.of(
                QuotesChannels.QUOTE_REQUESTS,
                QuotesMessages.QUOTE_REQUEST,
                key,
                payload,
                addressed));
    }

    /** Stops listening; what is outstanding fails. */
    @Override
    public void close() {
        requestor.close();
    }
}
