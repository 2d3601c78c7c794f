package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Received;
import io.tidings.messaging.Replying;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.auctions.Bid;
import org.auctions.Lot;

/**
 * Answers requests from {@code auctions.calls}, to the address they name or else to {@code auctions.answers}.
 * Stateless.
 *
 * <p>Calls for bids
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class AuctionReplier {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private AuctionReplier() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<String> spec(String group) {
        return new SubscriptionSpec<>(AuctionsChannels.CALLS, List.of(AuctionsMessages.LOT), group);
    }

    /**
     * Adapts a typed handler; a request is done when the sink has taken its reply. Whoever asked what is
     * given up is told with a fault.
     */
    public static MessageHandler<String> replying(AuctionHandler handler, MessageSink replies) {
        return Replying.handler(replies, AuctionsChannels.ANSWERS, AuctionsMessages.BID, message -> {
            Received<String, Lot> request = typed(message);
            return handler.handle(request)
                    .<CompletionStage<?>>map(reply -> reply(replies, request, reply))
                    .orElseGet(() -> CompletableFuture.completedStage(null));
        });
    }

    /** Answers as a member of {@link #GROUP}, straight through the transport. */
    public static Subscription serve(Transport transport, AuctionHandler handler) {
        return subscribe(transport, GROUP, replying(handler, transport.sink()));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<String> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static CompletionStage<Receipt> reply(MessageSink replies, Received<?, ?> request, Bid reply) {
        return Replying.reply(replies, request, AuctionsChannels.ANSWERS, AuctionsMessages.BID, reply);
    }

    private static Received<String, Lot> typed(Received<String, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(AuctionsMessages.LOT, null);
        }
        if (payload instanceof Lot known) {
            return message.with(AuctionsMessages.LOT, known);
        }
        throw new PoisonMessageException(
                "Channel calls brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
