package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageSink;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.SendOptions;
import java.util.concurrent.CompletionStage;
import org.parcels.Loss;
import org.parcels.Parcel;

/** Publishes to {@code parcels}. Safe for use by several threads if its sink is. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class PublishParcelsPublisher {
    private final MessageSink sink;

    public PublishParcelsPublisher(MessageSink sink) {
        this.sink = sink;
    }

    /** Sends message {@code parcelMoved}. */
    public CompletionStage<Receipt> publishParcelMoved(String key, Parcel payload, ParcelMovedHeaders headers) {
        return publishParcelMoved(key, payload, headers, SendOptions.NONE);
    }

    /** Sends message {@code parcelMoved} with options. */
    public CompletionStage<Receipt> publishParcelMoved(String key, Parcel payload,
            ParcelMovedHeaders headers, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                ParcelsChannels.PARCELS,
                ParcelsMessages.PARCEL_MOVED,
                key,
                payload,
                headers.in(options)));
    }

    /** Sends message {@code parcelLost}. */
    public CompletionStage<Receipt> publishParcelLost(String key, Loss payload) {
        return publishParcelLost(key, payload, SendOptions.NONE);
    }

    /** Sends message {@code parcelLost} with options. */
    public CompletionStage<Receipt> publishParcelLost(String key, Loss payload, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                ParcelsChannels.PARCELS,
                ParcelsMessages.PARCEL_LOST,
                key,
                payload,
                options));
    }

    /** Sends message {@code parcelLost}. */
    public CompletionStage<Receipt> publishParcelLost(String key, Loss payload, ParcelLostHeaders headers) {
        return publishParcelLost(key, payload, headers, SendOptions.NONE);
    }

    /** Sends message {@code parcelLost} with options. */
    public CompletionStage<Receipt> publishParcelLost(String key, Loss payload,
            ParcelLostHeaders headers, SendOptions options) {
        return sink.send(OutgoingMessage.of(
                ParcelsChannels.PARCELS,
                ParcelsMessages.PARCEL_LOST,
                key,
                payload,
                headers.in(options)));
    }
}
