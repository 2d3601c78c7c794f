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
import org.hostile.String;

/** Asks on {@code topics} and awaits replies on {@code 3d-prints}. Safe for use by several threads. */
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public final class U437U430U43aU430U437Requestor implements AutoCloseable {
    private final Requestor requestor;

    private final Fallback<U437U430U43aU430U437Reply> fallback;

    private U437U430U43aU430U437Requestor(Requestor requestor, Fallback<U437U430U43aU430U437Reply> fallback) {
        this.requestor = requestor;
        this.fallback = fallback;
    }

    /** Starts to listen for replies. */
    public static U437U430U43aU430U437Requestor open(Transport transport) {
        return new U437U430U43aU430U437Requestor(transport.requestor(new ReplyChannel<>(
                UnicodeU000aAPICodeChannels._3D_PRINTS,
                List.of(UnicodeU000aAPICodeMessages.STRING, UnicodeU000aAPICodeMessages.CLASS_MESSAGE))), Fallback.none());
    }

    /**
     * The same requestor with something to go on with when a reply does not come, such as one from a cache.
     * Closing either closes both.
     */
    public U437U430U43aU430U437Requestor withFallback(Fallback<U437U430U43aU430U437Reply> fallback) {
        return new U437U430U43aU430U437Requestor(requestor, fallback);
    }

    /**
     * Asks with message <code>!!!</code>.
     *
     * @return the reply; or a failure: transient when the deadline passes, a {@link FaultReplyException} when the
     *     replier answers that it failed
     */
    public CompletionStage<U437U430U43aU430U437Reply> request(String payload, Duration deadline) {
        return request(payload, deadline, SendOptions.NONE);
    }

    /** Asks with message <code>!!!</code> and options. */
    public CompletionStage<U437U430U43aU430U437Reply> request(String payload, Duration deadline, SendOptions options) {
        OutgoingMessage<Void, String> message = OutgoingMessage.of(
                UnicodeU000aAPICodeChannels.TOPICS2,
                UnicodeU000aAPICodeMessages.UNNAMED,
                null,
                payload,
                options);
        return fallback.over(requestor.request(message, deadline).thenApply(U437U430U43aU430U437Reply::of));
    }

    /** Asks with message <code>!!!</code> and waits for the reply, which fails as that of {@link #request} does. */
    public U437U430U43aU430U437Reply requestAndWait(String payload, Duration deadline) throws InterruptedException {
        return Waiting.on(request(payload, deadline));
    }

    /**
     * Asks through a sink, such as an outbox, with message <code>!!!</code>. The reply goes to the reply channel,
     * unless the options say otherwise.
     */
    public static CompletionStage<Receipt> ask(MessageSink sink, String payload, SendOptions options) {
        SendOptions addressed = options.replyTo() != null
                ? options
                : options.withReplyTo(UnicodeU000aAPICodeChannels._3D_PRINTS.address());
        return sink.send(OutgoingMessage.of(
                UnicodeU000aAPICodeChannels.TOPICS2,
                UnicodeU000aAPICodeMessages.UNNAMED,
                null,
                payload,
                addressed));
    }

    /** Stops listening; what is outstanding fails. */
    @Override
    public void close() {
        requestor.close();
    }
}
