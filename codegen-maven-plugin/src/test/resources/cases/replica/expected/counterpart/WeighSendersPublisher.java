package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.parcels.v2.ParcelLost;
import org.parcels.v2.ParcelPosted;

/**
 * Publishes to {@code parcels.events-2}. Safe for use by several threads if its sink is.
 *
 * <p>How much each parcel has weighed so far.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class WeighSendersPublisher {
    private final MessageSink sink;

    public WeighSendersPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code ParcelPosted}. */
    public CompletionStage<Receipt> publishParcelPosted2(String key, ParcelPosted payload) {
        return publishParcelPosted2(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code ParcelPosted} with options. */
    public CompletionStage<Receipt> publishParcelPosted2(String key, ParcelPosted payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                DeliveryPlannerChannels.PARCEL_EVENTS2,
                DeliveryPlannerMessages.PARCEL_POSTED_2,
                key,
                payload,
                options));
    }

    /** Sends message {@code ParcelLost}. */
    public CompletionStage<Receipt> publishParcelLost(String key, ParcelLost payload) {
        return publishParcelLost(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code ParcelLost} with options. */
    public CompletionStage<Receipt> publishParcelLost(String key, ParcelLost payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                DeliveryPlannerChannels.PARCEL_EVENTS2,
                DeliveryPlannerMessages.PARCEL_LOST,
                key,
                payload,
                options));
    }
}
