package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.shop.Returned;

/** Publishes to {@code returns.v2}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class TakeBackPublisher {
    private final MessageSink sink;

    public TakeBackPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code returned}. */
    public CompletionStage<Receipt> publish(Long key, Returned payload) {
        return publish(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code returned} with options. */
    public CompletionStage<Receipt> publish(Long key, Returned payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(OrdersChannels.RETURNS, OrdersMessages.RETURNED, key, payload, options));
    }
}
