package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.parcels.ParcelPosted;

/** Publishes to {@code parcels.events}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class TableOfParcelsPublisher {
    private final MessageSink sink;

    public TableOfParcelsPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code ParcelPosted}. */
    public CompletionStage<Receipt> publish(String key, ParcelPosted payload) {
        return publish(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code ParcelPosted} with options. */
    public CompletionStage<Receipt> publish(String key, ParcelPosted payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                DeliveryPlannerChannels.PARCEL_EVENTS,
                DeliveryPlannerMessages.PARCEL_POSTED,
                key,
                payload,
                options));
    }
}
