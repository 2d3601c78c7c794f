package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.warehouse.Count;
import org.warehouse.Level;

/** Publishes to {@code warehouse.alarms}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class PublishAlarmsPublisher {
    private final MessageSink sink;

    public PublishAlarmsPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code Alarm}. */
    public CompletionStage<Receipt> publish(Level key, Count payload) {
        return publish(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code Alarm} with options. */
    public CompletionStage<Receipt> publish(Level key, Count payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(WarehouseChannels.ALARMS, WarehouseMessages.ALARM, key, payload, options));
    }
}
