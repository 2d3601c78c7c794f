package gen.application;

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
import org.lights.Query;
import org.lights.State;

/** Asks on {@code status.{zone}} and awaits replies on {@code status.replies}. Safe for use by several threads. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class AskStatusRequestor implements AutoCloseable {
    private final Requestor requestor;

    private final Fallback<State> fallback;

    private AskStatusRequestor(Requestor requestor, Fallback<State> fallback) {
        this.requestor = requestor;
        this.fallback = fallback;
    }

    /** Starts to listen for replies. */
    public static AskStatusRequestor open(Transport transport) {
        return new AskStatusRequestor(transport.requestor(new ReplyChannel<>(
                StreetLightsChannels.STATUS_REPLIES,
                List.of(StreetLightsMessages.STATE))), Fallback.none());
    }

    /**
     * The same requestor with something to go on with when a reply does not come, such as one from a cache.
     * Closing either closes both.
     */
    public AskStatusRequestor withFallback(Fallback<State> fallback) {
        return new AskStatusRequestor(requestor, fallback);
    }

    /**
     * Asks with message {@code Query}.
     *
     * @return the reply; or a failure: transient when the deadline passes, a {@link FaultReplyException} when the
     *     replier answers that it failed
     */
    public CompletionStage<State> request(Query payload, Duration deadline) {
        return request(payload, deadline, SendOptions.NONE);
    }

    /** Asks with message {@code Query} and options. */
    public CompletionStage<State> request(Query payload, Duration deadline, SendOptions options) {
        OutgoingMessage<Void, Query> message = OutgoingMessage.of(
                StreetLightsChannels.status(StatusParameters.of(payload)),
                StreetLightsMessages.QUERY,
                null,
                payload,
                options);
        return fallback.over(requestor.request(message, deadline).thenApply(AskStatusRequestor::reply));
    }

    /** Asks with message {@code Query} and waits for the reply, which fails as that of {@link #request} does. */
    public State requestAndWait(Query payload, Duration deadline) throws InterruptedException {
        return Waiting.on(request(payload, deadline));
    }

    /**
     * Asks through a sink, such as an outbox, with message {@code Query}. The reply goes to the reply channel,
     * unless the options say otherwise.
     */
    public static CompletionStage<Receipt> ask(MessageSink sink, Query payload, SendOptions options) {
        SendOptions addressed = options.replyTo() != null
                ? options
                : options.withReplyTo(StreetLightsChannels.STATUS_REPLIES.address());
        return sink.send(OutgoingMessage.of(
                StreetLightsChannels.status(StatusParameters.of(payload)),
                StreetLightsMessages.QUERY,
                null,
                payload,
                addressed));
    }

    /** Stops listening; what is outstanding fails. */
    @Override
    public void close() {
        requestor.close();
    }

    private static State reply(Received<?, ?> message) {
        if (message.payload() instanceof State known) {
            return known;
        }
        throw new PoisonMessageException(
                "Channel statusReplies brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
