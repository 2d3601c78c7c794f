package gen.counterpart;

import io.tidings.messaging.ContextFormat;
import io.tidings.messaging.Generated;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PendingHandler;
import io.tidings.messaging.PendingOutcome;
import io.tidings.messaging.PendingRequests;
import io.tidings.messaging.SendOptions;
import java.time.Duration;

/**
 * Asks on {@code topics} in a database transaction, and goes on in another one when the reply comes on {@code
 * 3d-prints}, after a restart perhaps. Safe for use by several threads.
 *
 * @param <C> what is remembered of the request until then
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public final class U437U430U43aU430U437PendingRequestor<C> {
    private final ContextFormat<C> format;

    public U437U430U43aU430U437PendingRequestor(ContextFormat<C> format) {
        this.format = format;
    }

    /**
     * Asks with message <code>!!!</code> when the transaction commits.
     *
     * @param context what to go on with when the reply comes
     * @param deadline how long to wait for it
     * @return the request's correlation id
     */
    public String ask(PendingRequests requests, org.hostile.String payload, C context, Duration deadline) {
        SendOptions options = SendOptions.NONE.withReplyTo(UnicodeU000aAPICodeChannels._3D_PRINTS.address());
        OutgoingMessage<Void, org.hostile.String> request = OutgoingMessage.of(
                UnicodeU000aAPICodeChannels.TOPICS2,
                UnicodeU000aAPICodeMessages.UNNAMED,
                null,
                payload,
                options);
        return requests.ask(request, format.write(context), deadline);
    }

    /** Adapts a typed outcome, for what hears of replies and of deadlines that have passed. */
    public PendingHandler resuming(PendingOutcome<C, U437U430U43aU430U437Reply> outcome) {
        return PendingHandler.of(format, U437U430U43aU430U437Reply::of, outcome);
    }
}
