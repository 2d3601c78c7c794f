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
import io.tidings.messaging.Subscriptions;
import io.tidings.messaging.Transport;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.lights.Query;
import org.lights.State;

/**
 * Answers requests from {@code status.{zone}}, to the address they name or else to {@code status.replies}.
 * Stateless.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class AskStatusReplier {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "someone";

    private AskStatusReplier() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Void> spec(StatusParameters parameters, String group) {
        return new SubscriptionSpec<>(
                StreetLightsChannels.status(parameters),
                List.of(StreetLightsMessages.QUERY),
                group);
    }

    /**
     * Adapts a typed handler; a request is done when the sink has taken its reply. Whoever asked what is
     * given up is told with a fault.
     */
    public static MessageHandler<Void> replying(AskStatusHandler handler, MessageSink replies) {
        return Replying.handler(replies, StreetLightsChannels.STATUS_REPLIES, StreetLightsMessages.STATE, message -> {
            Received<Void, Query> request = typed(message);
            return reply(replies, request, handler.handle(request, StatusParameters.from(request)));
        });
    }

    /** Answers as a member of {@link #GROUP}, straight through the transport. */
    public static Subscription serve(Transport transport, StatusParameters parameters, AskStatusHandler handler) {
        return subscribe(transport, parameters, GROUP, replying(handler, transport.sink()));
    }

    /** The same for several addresses, each with a subscription of its own; all are closed together. */
    public static Subscription serve(Transport transport, Collection<StatusParameters> parameters,
            AskStatusHandler handler) {
        return Subscriptions.each(parameters, each -> serve(transport, each, handler));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, StatusParameters parameters,
            String group, MessageHandler<Void> handler) {
        return transport.subscribe(spec(parameters, group), handler);
    }

    private static CompletionStage<Receipt> reply(MessageSink replies, Received<?, ?> request, State reply) {
        return Replying.reply(replies, request, StreetLightsChannels.STATUS_REPLIES, StreetLightsMessages.STATE, reply);
    }

    private static Received<Void, Query> typed(Received<Void, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(StreetLightsMessages.QUERY, null);
        }
        if (payload instanceof Query known) {
            return message.with(StreetLightsMessages.QUERY, known);
        }
        throw new PoisonMessageException(
                "Channel status brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
