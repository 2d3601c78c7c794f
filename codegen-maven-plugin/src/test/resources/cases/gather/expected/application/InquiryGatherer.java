package gen.application;

import io.tidings.messaging.Gather;
import io.tidings.messaging.Gathered;
import io.tidings.messaging.Generated;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Transport;
import io.tidings.messaging.Waiting;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.auctions.Lot;

/**
 * Asks many on {@code auctions.calls} and collects what they reply on {@code auctions.answers}. Safe for use by
 * several threads.
 *
 * <p>Asks who is interested
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class InquiryGatherer implements AutoCloseable {
    private final Requestor requestor;

    private InquiryGatherer(Requestor requestor) {
        this.requestor = requestor;
    }

    /** Starts to listen for replies. */
    public static InquiryGatherer open(Transport transport) {
        return new InquiryGatherer(transport.requestor(new ReplyChannel<>(
                AuctionsChannels.ANSWERS,
                List.of(AuctionsMessages.BID, AuctionsMessages.PASS))));
    }

    /**
     * Asks many with message {@code lot}.
     *
     * @return what came, in order of arrival, nothing perhaps; or a failure if nobody could be asked
     */
    public CompletionStage<Gathered<InquiryReply>> gather(String key, Lot payload, Gather until) {
        return gather(key, payload, until, SendOptions.NONE);
    }

    /** Asks many with message {@code lot} and options. */
    public CompletionStage<Gathered<InquiryReply>> gather(String key, Lot payload, Gather until, SendOptions options) {
        OutgoingMessage<String, Lot> message = OutgoingMessage.of(
                AuctionsChannels.CALLS,
                AuctionsMessages.LOT,
                key,
                payload,
                options);
        return requestor.gather(message, until).thenApply(all -> all.map(InquiryReply::of));
    }

    /** Asks many with message {@code lot} and waits for what they reply. */
    public Gathered<InquiryReply> gatherAndWait(String key, Lot payload, Gather until) throws InterruptedException {
        return Waiting.on(gather(key, payload, until));
    }

    /** Stops listening; what is outstanding fails. */
    @Override
    public void close() {
        requestor.close();
    }
}
