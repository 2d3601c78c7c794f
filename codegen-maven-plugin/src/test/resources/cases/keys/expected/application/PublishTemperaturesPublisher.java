package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.warehouse.Count;

/** Publishes to {@code warehouse.temperatures}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class PublishTemperaturesPublisher {
    private final MessageSink sink;

    public PublishTemperaturesPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code Measured}. */
    public CompletionStage<Receipt> publish(String key, Count payload) {
        return publish(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code Measured} with options. */
    public CompletionStage<Receipt> publish(String key, Count payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                WarehouseChannels.TEMPERATURES,
                WarehouseMessages.MEASURED,
                key,
                payload,
                options));
    }
}
