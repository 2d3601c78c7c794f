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
import org.auctions.Bid;
import org.auctions.Lot;

/**
 * Asks many on {@code auctions.calls} and collects what they reply on {@code auctions.answers}. Safe for use by
 * several threads.
 *
 * <p>Calls for bids
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class AuctionGatherer implements AutoCloseable {
    private final Requestor requestor;

    private AuctionGatherer(Requestor requestor) {
        this.requestor = requestor;
    }

    /** Starts to listen for replies. */
    public static AuctionGatherer open(Transport transport) {
        return new AuctionGatherer(transport.requestor(new ReplyChannel<>(
                AuctionsChannels.ANSWERS,
                List.of(AuctionsMessages.BID))));
    }

    /**
     * Asks many with message {@code lot}.
     *
     * @return what came, in order of arrival, nothing perhaps; or a failure if nobody could be asked
     */
    public CompletionStage<Gathered<Bid>> gather(String key, Lot payload, Gather until) {
        return gather(key, payload, until, SendOptions.NONE);
    }

    /** Asks many with message {@code lot} and options. */
    public CompletionStage<Gathered<Bid>> gather(String key, Lot payload, Gather until, SendOptions options) {
        OutgoingMessage<String, Lot> message = OutgoingMessage.of(
                AuctionsChannels.CALLS,
                AuctionsMessages.LOT,
                key,
                payload,
                options);
        return requestor.gather(message, until).thenApply(all -> all.map(AuctionGatherer::reply));
    }

    /** Asks many with message {@code lot} and waits for what they reply. */
    public Gathered<Bid> gatherAndWait(String key, Lot payload, Gather until) throws InterruptedException {
        return Waiting.on(gather(key, payload, until));
    }

    /** Stops listening; what is outstanding fails. */
    @Override
    public void close() {
        requestor.close();
    }

    private static Bid reply(Received<?, ?> message) {
        if (message.payload() instanceof Bid known) {
            return known;
        }
        throw new PoisonMessageException(
                "Channel answers brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
