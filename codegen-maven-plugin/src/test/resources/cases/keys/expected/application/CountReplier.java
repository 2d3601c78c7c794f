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
import org.warehouse.Count;
import org.warehouse.HowMany;
import org.warehouse.Place;

/**
 * Answers requests from {@code warehouse.questions}, to the address they name or else to {@code
 * warehouse.answers}. Stateless.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class CountReplier {
    /** The consumer group, unless the caller names another. */
    public static final String GROUP = "warehouse";

    private CountReplier() {}

    /** What to subscribe to, as a member of a group. */
    public static SubscriptionSpec<Place> spec(String group) {
        return new SubscriptionSpec<>(WarehouseChannels.QUESTIONS, List.of(WarehouseMessages.HOW_MANY), group);
    }

    /**
     * Adapts a typed handler; a request is done when the sink has taken its reply. Whoever asked what is
     * given up is told with a fault.
     */
    public static MessageHandler<Place> replying(CountHandler handler, MessageSink replies) {
        return Replying.handler(replies, WarehouseChannels.ANSWERS, WarehouseMessages.COUNT, message -> {
            Received<Place, HowMany> request = typed(message);
            return reply(replies, request, handler.handle(request));
        });
    }

    /** Answers as a member of {@link #GROUP}, straight through the transport. */
    public static Subscription serve(Transport transport, CountHandler handler) {
        return subscribe(transport, GROUP, replying(handler, transport.sink()));
    }

    /** Subscribes as a member of a group, with a handler that may be wrapped, as an idempotent receiver does. */
    public static Subscription subscribe(Transport transport, String group, MessageHandler<Place> handler) {
        return transport.subscribe(spec(group), handler);
    }

    private static CompletionStage<Receipt> reply(MessageSink replies, Received<?, ?> request, Count reply) {
        return Replying.reply(replies, request, WarehouseChannels.ANSWERS, WarehouseMessages.COUNT, reply);
    }

    private static Received<Place, HowMany> typed(Received<Place, ?> message) {
        Object payload = message.payload();
        if (payload == null) {
            return message.with(WarehouseMessages.HOW_MANY, null);
        }
        if (payload instanceof HowMany known) {
            return message.with(WarehouseMessages.HOW_MANY, known);
        }
        throw new PoisonMessageException(
                "Channel questions brought an unexpected kind of message: " + message.metadata().type(), null);
    }
}
