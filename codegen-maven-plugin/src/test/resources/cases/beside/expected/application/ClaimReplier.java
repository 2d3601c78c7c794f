package gen.application;

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
import java.util.concurrent.CompletionStage;
import org.parcels.Claim;
import org.parcels.ClaimRequest;

/**
 * Answers requests from {@code claim.requests}, to the address they name or else to {@code claim.replies}.
 * Stateless.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class ClaimReplier {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "parcels";

    private ClaimReplier() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(String group) {
        return new SubscriptionSpec<>(ParcelsChannels.CLAIM_REQUESTS, List.of(ParcelsMessages.CLAIM_REQUEST), group);
    }

    /**
     * Adapts a typed handler; a request is done when the sink has taken its reply. Whoever asked what is
     * given up is told with a fault.
     */
    public static MessageHandler<Void> replying(ClaimHandler handler, MessageSink replies) {
        return Replying.handler(replies, ParcelsChannels.CLAIM_REPLIES, ParcelsMessages.CLAIM, message -> {
            Received<Void, ClaimRequest> request = typed(message);
            return reply(replies, request, handler.handle(request));
        });
    }

    /** Answers as a member of {@link #GROUP}, straight through the transport. */
    public static Subscription serve(Transport transport, ClaimHandler handler) {
        return subscribe(transport, GROUP, replying(handler, transport.sink()));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static CompletionStage<Receipt> reply(MessageSink replies, Received<?, ?> request, Claim reply) {
        return Replying.reply(replies, request, ParcelsChannels.CLAIM_REPLIES, ParcelsMessages.CLAIM, reply);
    }

    private static Received<Void, ClaimRequest> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(ParcelsMessages.CLAIM_REQUEST, null);
        }
        if (payload instanceof ClaimRequest known) {
            return message.with(ParcelsMessages.CLAIM_REQUEST, known);
        }
        throw new PoisonMessageException(
                "Channel claimRequests brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
