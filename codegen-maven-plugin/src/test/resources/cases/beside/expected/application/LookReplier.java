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
import org.parcels.Found;
import org.parcels.Lookup;

/** Answers requests from {@code lookups}, to the address they name. Stateless. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class LookReplier {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "parcels";

    private LookReplier() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(String group) {
        return new SubscriptionSpec<>(ParcelsChannels.LOOKUPS, List.of(ParcelsMessages.LOOKUP), group);
    }

    /**
     * Adapts a typed handler; a request is done when the sink has taken its reply. Whoever asked what is
     * given up is told with a fault.
     */
    public static MessageHandler<Void> replying(LookHandler handler, MessageSink replies) {
        return Replying.handler(replies, ParcelsChannels::lookupReplies, ParcelsMessages.FOUND, message -> {
            Received<Void, Lookup> request = typed(message);
            return reply(replies, request, handler.handle(request));
        });
    }

    /** Answers as a member of {@link #GROUP}, straight through the transport. */
    public static Subscription serve(Transport transport, LookHandler handler) {
        return subscribe(transport, GROUP, replying(handler, transport.sink()));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static CompletionStage<Receipt> reply(MessageSink replies, Received<?, ?> request, Found reply) {
        return Replying.reply(
                replies,
                request,
                ParcelsChannels.lookupReplies(Replying.returnAddress(request)),
                ParcelsMessages.FOUND,
                reply);
    }

    private static Received<Void, Lookup> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(ParcelsMessages.LOOKUP, null);
        }
        if (payload instanceof Lookup known) {
            return message.with(ParcelsMessages.LOOKUP, known);
        }
        throw new PoisonMessageException(
                "Channel lookups brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
