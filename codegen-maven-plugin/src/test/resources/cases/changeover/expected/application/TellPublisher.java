package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.shop.OrderCancelled;
import org.shop.OrderPlaced;
import org.shop.OrderShipped;

/** Publishes to {@code orders.v2}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class TellPublisher {
    private final MessageSink sink;

    public TellPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code placed}. */
    public CompletionStage<Receipt> publishPlaced(String key, OrderPlaced payload, PlacedHeaders headers) {
        return publishPlaced(key, payload, headers, SendOptions.NONE);
    }

    /** Sends message {@code placed} with options. */
    public CompletionStage<Receipt> publishPlaced(String key, OrderPlaced payload,
            PlacedHeaders headers, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                OrdersChannels.ORDERS,
                OrdersMessages.PLACED,
                key,
                payload,
                headers.in(options)));
    }

    /** Sends message {@code cancelled}. */
    public CompletionStage<Receipt> publishCancelled(String key, OrderCancelled payload) {
        return publishCancelled(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code cancelled} with options. */
    public CompletionStage<Receipt> publishCancelled(String key, OrderCancelled payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(OrdersChannels.ORDERS, OrdersMessages.CANCELLED, key, payload, options));
    }

    /** Sends message {@code shipped}. */
    public CompletionStage<Receipt> publishShipped(String key, OrderShipped payload) {
        return publishShipped(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code shipped} with options. */
    public CompletionStage<Receipt> publishShipped(String key, OrderShipped payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(OrdersChannels.ORDERS, OrdersMessages.SHIPPED, key, payload, options));
    }

    /** Says that the entity with this key is gone. */
    public CompletionStage<Receipt> publishTombstone(String key, SendOptions options) {
        return sink.send(OutgoingMessage.of(OrdersChannels.ORDERS, OrdersMessages.PLACED, key, null, options));
    }
}
