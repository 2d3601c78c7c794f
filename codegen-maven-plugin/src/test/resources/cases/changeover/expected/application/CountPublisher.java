package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.shop.Counted;

/** Publishes to {@code stock}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class CountPublisher {
    private final MessageSink sink;

    public CountPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code counted}. */
    public CompletionStage<Receipt> publish(Counted payload) {
        return publish(payload, SendOptions.NONE);
    }

    /** Sends message {@code counted} with options. */
    public CompletionStage<Receipt> publish(Counted payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(OrdersChannels.STOCK, OrdersMessages.COUNTED, null, payload, options));
    }
}
