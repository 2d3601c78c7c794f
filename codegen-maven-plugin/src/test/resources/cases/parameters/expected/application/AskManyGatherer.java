package gen.application;

import io.tidings.messaging.Gather;
import io.tidings.messaging.Gathered;
import io.tidings.messaging.Generated;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Transport;
import io.tidings.messaging.Waiting;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.lights.Query;
import org.lights.State;

/**
 * Asks many on {@code status.{zone}} and collects what they reply on {@code status.replies}. Safe for use by
 * several threads.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class AskManyGatherer implements AutoCloseable {
    private final Requestor requestor;

    private AskManyGatherer(Requestor requestor) {
        this.requestor = requestor;
    }

    /** Starts to listen for replies. */
    public static AskManyGatherer open(Transport transport) {
        return new AskManyGatherer(transport.requestor(new ReplyChannel<>(
                StreetLightsChannels.STATUS_REPLIES,
                List.of(StreetLightsMessages.STATE))));
    }

    /**
     * Asks many with message {@code Query}.
     *
     * @return what came, in order of arrival, nothing perhaps; or a failure if nobody could be asked
     */
    public CompletionStage<Gathered<State>> gather(Query payload, Gather until) {
        return gather(payload, until, SendOptions.NONE);
    }

    /** Asks many with message {@code Query} and options. */
    public CompletionStage<Gathered<State>> gather(Query payload, Gather until, SendOptions options) {
        OutgoingMessage<Void, Query> message = OutgoingMessage.of(
                StreetLightsChannels.status(StatusParameters.of(payload)),
                StreetLightsMessages.QUERY,
                null,
                payload,
                options);
        return requestor.gather(message, until).thenApply(all -> all.map(AskManyGatherer::reply));
    }

    /** Asks many with message {@code Query} and waits for what they reply. */
    public Gathered<State> gatherAndWait(Query payload, Gather until) throws InterruptedException {
        return Waiting.on(gather(payload, until));
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
