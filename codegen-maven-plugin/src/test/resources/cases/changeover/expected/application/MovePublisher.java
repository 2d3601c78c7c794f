package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.shop.ParcelMoved;

/** Publishes to {@code parcels.v2}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class MovePublisher {
    private final MessageSink sink;

    public MovePublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code moved}. */
    public CompletionStage<Receipt> publish(Long key, ParcelMoved payload) {
        return publish(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code moved} with options. */
    public CompletionStage<Receipt> publish(Long key, ParcelMoved payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(OrdersChannels.PARCELS, OrdersMessages.MOVED, key, payload, options));
    }
}
