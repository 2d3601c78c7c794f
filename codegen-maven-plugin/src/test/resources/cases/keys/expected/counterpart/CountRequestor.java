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
import org.warehouse.Count;
import org.warehouse.HowMany;
import org.warehouse.Place;

/**
 * Asks on {@code warehouse.questions} and awaits replies on {@code warehouse.answers}. Safe for use by several
 * threads.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class CountRequestor implements AutoCloseable {
    private final Requestor requestor;

    private final Fallback<Count> fallback;

    private CountRequestor(Requestor requestor, Fallback<Count> fallback) {
        this.requestor = requestor;
        this.fallback = fallback;
    }

    /** Starts to listen for replies. */
    public static CountRequestor open(Transport transport) {
        return new CountRequestor(transport.requestor(new ReplyChannel<>(
                WarehouseChannels.ANSWERS,
                List.of(WarehouseMessages.COUNT))), Fallback.none());
    }

    /**
     * The same requestor with something to go on with when a reply does not come, such as one from a cache.
     * Closing either closes both.
     */
    public CountRequestor withFallback(Fallback<Count> fallback) {
        return new CountRequestor(requestor, fallback);
    }

    /**
     * Asks with message {@code howMany}.
     *
     * @return the reply; or a failure: transient when the deadline passes, a {@link FaultReplyException} when the
     *     replier answers that it failed
     */
    public CompletionStage<Count> request(Place key, HowMany payload, Duration deadline) {
        return request(key, payload, deadline, SendOptions.NONE);
    }

    /** Asks with message {@code howMany} and options. */
    public CompletionStage<Count> request(Place key, HowMany payload, Duration deadline, SendOptions options) {
        OutgoingMessage<Place, HowMany> message = OutgoingMessage.of(
                WarehouseChannels.QUESTIONS,
                WarehouseMessages.HOW_MANY,
                key,
                payload,
                options);
        return fallback.over(requestor.request(message, deadline).thenApply(CountRequestor::reply));
    }

    /** Asks with message {@code howMany} and waits for the reply, which fails as that of {@link #request} does. */
    public Count requestAndWait(Place key, HowMany payload, Duration deadline) throws InterruptedException {
        return Waiting.on(request(key, payload, deadline));
    }

    /**
     * Asks through a sink, such as an outbox, with message {@code howMany}. The reply goes to the reply channel,
     * unless the options say otherwise.
     */
    public static CompletionStage<Receipt> ask(MessageSink sink, Place key, HowMany payload, SendOptions options) {
        SendOptions addressed = options.replyTo() != null
                ? options
                : options.withReplyTo(WarehouseChannels.ANSWERS.address());
        return sink.send(OutgoingMessage.of(
                WarehouseChannels.QUESTIONS,
                WarehouseMessages.HOW_MANY,
                key,
                payload,
                addressed));
    }

    /** Stops listening; what is outstanding fails. */
    @Override
    public void close() {
        requestor.close();
    }

    private static Count reply(Received<?, ?> message) {
        if (message.payload() instanceof Count known) {
            return known;
        }
        throw new PoisonMessageException(
                "Channel answers brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
