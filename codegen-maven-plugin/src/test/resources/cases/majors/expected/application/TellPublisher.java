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

/** Publishes to {@code orders}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class TellPublisher {
    private final MessageSink sink;

    public TellPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code placed}. */
    public CompletionStage<Receipt> publishPlaced(OrderPlaced payload) {
        return publishPlaced(payload, SendOptions.NONE);
    }

    /** Sends message {@code placed} with options. */
    public CompletionStage<Receipt> publishPlaced(OrderPlaced payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(OrdersChannels.ORDERS, OrdersMessages.PLACED, null, payload, options));
    }

    /** Sends message {@code cancelled}. */
    public CompletionStage<Receipt> publishCancelled(OrderCancelled payload) {
        return publishCancelled(payload, SendOptions.NONE);
    }

    /** Sends message {@code cancelled} with options. */
    public CompletionStage<Receipt> publishCancelled(OrderCancelled payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(OrdersChannels.ORDERS, OrdersMessages.CANCELLED, null, payload, options));
    }

    /** Sends message {@code shipped}. */
    public CompletionStage<Receipt> publishShipped(OrderShipped payload) {
        return publishShipped(payload, SendOptions.NONE);
    }

    /** Sends message {@code shipped} with options. */
    public CompletionStage<Receipt> publishShipped(OrderShipped payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(OrdersChannels.ORDERS, OrdersMessages.SHIPPED, null, payload, options));
    }
}
