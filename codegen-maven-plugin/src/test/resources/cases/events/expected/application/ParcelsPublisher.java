package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.parcels.avro.ParcelDelivered;
import org.parcels.avro.ParcelPosted;

/**
 * Publishes to {@code parcels.events}. Safe for use by several threads if its sink is.
 *
 * <p>Tells what happens to parcels.
 */
@Generated(document = "asyncapi.yaml", version = "1.2.0")
public final class ParcelsPublisher {
    private final MessageSink sink;

    public ParcelsPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /**
     * Sends message {@code ParcelPosted}.
     *
     * <p>A parcel was handed in.
     */
    public CompletionStage<Receipt> publishParcelPosted(UUID key, ParcelPosted payload) {
        return publishParcelPosted(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code ParcelPosted} with options. */
    public CompletionStage<Receipt> publishParcelPosted(UUID key, ParcelPosted payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                ParcelServiceChannels.PARCEL_EVENTS,
                ParcelServiceMessages.PARCEL_POSTED,
                key,
                payload,
                options));
    }

    /** Sends message {@code ParcelDelivered}. */
    public CompletionStage<Receipt> publishParcelDelivered(UUID key, ParcelDelivered payload) {
        return publishParcelDelivered(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code ParcelDelivered} with options. */
    public CompletionStage<Receipt> publishParcelDelivered(UUID key, ParcelDelivered payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                ParcelServiceChannels.PARCEL_EVENTS,
                ParcelServiceMessages.PARCEL_DELIVERED,
                key,
                payload,
                options));
    }

    /** Says that the entity with this key is gone. */
    public CompletionStage<Receipt> publishTombstone(UUID key, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                ParcelServiceChannels.PARCEL_EVENTS,
                ParcelServiceMessages.PARCEL_POSTED,
                key,
                null,
                options));
    }
}
