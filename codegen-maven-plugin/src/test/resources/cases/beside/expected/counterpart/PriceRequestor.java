package gen.counterpart;

import io.tidings.messaging.Fallback;
import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Transport;
import io.tidings.messaging.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.parcels.Parcel;
import org.parcels.Price;

/** Asks on {@code price.requests} and awaits replies on {@code price.replies}. Safe for use by several threads. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class PriceRequestor implements AutoCloseable {
    private final Requestor requestor;

    private final Fallback<Price> fallback;

    private PriceRequestor(Requestor requestor, Fallback<Price> fallback) {
        this.requestor = requestor;
        this.fallback = fallback;
    }

    /** Starts to listen for replies. */
    public static PriceRequestor open(Transport transport) {
        return new PriceRequestor(transport.requestor(new ReplyChannel<>(
                ParcelsChannels.PRICE_REPLIES,
                List.of(ParcelsMessages.PRICE))), Fallback.none());
    }

    /**
     * The same requestor with something to go on with when a reply does not come, such as one from a cache.
     * Closing either closes both.
     */
    public PriceRequestor withFallback(Fallback<Price> fallback) {
        return new PriceRequestor(requestor, fallback);
    }

    /**
     * Asks with message {@code priceRequest}.
     *
     * @return the reply; or a failure: transient when the deadline passes, a {@link FaultReplyException} when the
     *     replier answers that it failed
     */
    public CompletionStage<Price> request(Parcel payload, PriceRequestHeaders headers, Duration deadline) {
        return request(payload, headers, deadline, SendOptions.NONE);
    }

    /** Asks with message {@code priceRequest} and options. */
    public CompletionStage<Price> request(Parcel payload, PriceRequestHeaders headers,
            Duration deadline, SendOptions options) {
        OutgoingMessage<Void, Parcel> message = OutgoingMessage.of(
                ParcelsChannels.PRICE_REQUESTS,
                ParcelsMessages.PRICE_REQUEST,
                null,
                payload,
                headers.in(options));
        return fallback.over(requestor.request(message, deadline).thenApply(PriceRequestor::reply));
    }

    /** Asks with message {@code priceRequest} and waits for the reply, which fails as that of {@link #request} does. */
    public Price requestAndWait(Parcel payload, PriceRequestHeaders headers, Duration deadline)
            throws InterruptedException {
        return Waiting.on(request(payload, headers, deadline));
    }

    /**
     * Asks through a sink, such as an outbox, with message {@code priceRequest}. The reply goes to the reply
     * channel, unless the options say otherwise.
     */
    public static CompletionStage<Receipt> ask(MessageSink sink, Parcel payload,
            PriceRequestHeaders headers, SendOptions options) {
        SendOptions addressed = options.replyTo() != null
                ? options
                : options.withReplyTo(ParcelsChannels.PRICE_REPLIES.address());
        return sink.send(OutgoingMessage.of(
                ParcelsChannels.PRICE_REQUESTS,
                ParcelsMessages.PRICE_REQUEST,
                null,
                payload,
                headers.in(addressed)));
    }

    /** Stops listening; what is outstanding fails. */
    @Override
    public void close() {
        requestor.close();
    }

    private static Price reply(Received<?, ?> message) {
        if (message.payload() instanceof Price known) {
            return known;
        }
        throw new PoisonMessageException(
                "Channel priceReplies brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
