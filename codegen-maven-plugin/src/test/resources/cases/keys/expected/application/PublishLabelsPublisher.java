package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.warehouse.Count;

/** Publishes to {@code warehouse.labels}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class PublishLabelsPublisher {
    private final MessageSink sink;

    public PublishLabelsPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code label}. */
    public CompletionStage<Receipt> publish(byte[] key, Count payload) {
        return publish(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code label} with options. */
    public CompletionStage<Receipt> publish(byte[] key, Count payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(WarehouseChannels.LABELS, WarehouseMessages.LABEL, key, payload, options));
    }
}
