package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parcels.Loss;
import org.parcels.Parcel;

/**
 * One of several kinds of message. Later versions of the document may know more of them: they come as {@link
 * Unknown}.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public sealed interface PublishParcelsMessage {
    /** Which kind a received message is. */
    static PublishParcelsMessage of(Received<?, ?> message) {
        Object payload = message.payload();
        if (payload instanceof Parcel known) {
            return new ParcelMoved(known);
        }
        if (payload instanceof Loss known) {
            return new ParcelLost(known);
        }
        return new Unknown(payload);
    }

    /** Does what is right for the kind of message this is. */
    default <R extends @Nullable Object> R match(Function<? super Parcel, ? extends R> parcelMoved,
            Function<? super Loss, ? extends R> parcelLost,
            Function<? super Unknown, ? extends R> unknown) {
        if (this instanceof ParcelMoved variant) {
            return parcelMoved.apply(variant.payload());
        }
        if (this instanceof ParcelLost variant) {
            return parcelLost.apply(variant.payload());
        }
        return unknown.apply((Unknown) this);
    }

    /** Message {@code parcelMoved}. */
    record ParcelMoved(Parcel payload) implements PublishParcelsMessage {}

    /** Message {@code parcelLost}. */
    record ParcelLost(Loss payload) implements PublishParcelsMessage {}

    /** A message that this version of the document does not know: an Avro {@code GenericRecord}, or null. */
    record Unknown(@Nullable Object payload) implements PublishParcelsMessage {}
}
