package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.shop.Opened;

/** Publishes to {@code areas.{area}.v2}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public final class OpenPublisher {
    private final MessageSink sink;

    public OpenPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code opened}. */
    public CompletionStage<Receipt> publish(AreasParameters parameters, Opened payload) {
        return publish(parameters, payload, SendOptions.NONE);
    }

    /** Sends message {@code opened} with options. */
    public CompletionStage<Receipt> publish(AreasParameters parameters, Opened payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                OrdersChannels.areas(parameters),
                OrdersMessages.OPENED,
                null,
                payload,
                options));
    }
}
