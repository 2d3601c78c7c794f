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
import org.parcels.Found;
import org.parcels.Lookup;

/**
 * Asks on {@code lookups} and awaits replies on an address that is known at run time only. Safe for use by
 * several threads.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class LookRequestor implements AutoCloseable {
    private final Requestor requestor;

    private final Fallback<Found> fallback;

    private LookRequestor(Requestor requestor, Fallback<Found> fallback) {
        this.requestor = requestor;
        this.fallback = fallback;
    }

    /** Starts to listen for replies at an address that requests name. */
    public static LookRequestor open(Transport transport, String replyAddress) {
        return new LookRequestor(transport.requestor(new ReplyChannel<>(
                ParcelsChannels.lookupReplies(replyAddress),
                List.of(ParcelsMessages.FOUND))), Fallback.none());
    }

    /**
     * The same requestor with something to go on with when a reply does not come, such as one from a cache.
     * Closing either closes both.
     */
    public LookRequestor withFallback(Fallback<Found> fallback) {
        return new LookRequestor(requestor, fallback);
    }

    /**
     * Asks with message {@code lookup}.
     *
     * @return the reply; or a failure: transient when the deadline passes, a {@link FaultReplyException} when the
     *     replier answers that it failed
     */
    public CompletionStage<Found> request(Lookup payload, Duration deadline) {
        return request(payload, deadline, SendOptions.NONE);
    }

    /** Asks with message {@code lookup} and options. */
    public CompletionStage<Found> request(Lookup payload, Duration deadline, SendOptions options) {
        OutgoingMessage<Void, Lookup> message = OutgoingMessage.of(
                ParcelsChannels.LOOKUPS,
                ParcelsMessages.LOOKUP,
                null,
                payload,
                options);
        return fallback.over(requestor.request(message, deadline).thenApply(LookRequestor::reply));
    }

    /** Asks with message {@code lookup} and waits for the reply, which fails as that of {@link #request} does. */
    public Found requestAndWait(Lookup payload, Duration deadline) throws InterruptedException {
        return Waiting.on(request(payload, deadline));
    }

    /**
     * Asks through a sink, such as an outbox, with message {@code lookup}. The options say where the reply is
     * expected.
     */
    public static CompletionStage<Receipt> ask(MessageSink sink, Lookup payload, SendOptions options) {
        if (options.replyTo() == null) {
            throw new IllegalArgumentException("The options must say where the reply is expected");
        }
        return sink.send(OutgoingMessage.of(ParcelsChannels.LOOKUPS, ParcelsMessages.LOOKUP, null, payload, options));
    }

    /** Stops listening; what is outstanding fails. */
    @Override
    public void close() {
        requestor.close();
    }

    private static Found reply(Received<?, ?> message) {
        if (message.payload() instanceof Found known) {
            return known;
        }
        throw new PoisonMessageException(
                "Channel lookupReplies brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
