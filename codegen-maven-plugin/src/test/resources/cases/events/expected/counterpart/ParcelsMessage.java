package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of several kinds of message. Later versions of the document may know more of them: they come as {@link
 * Unknown}.
 */
@Generated(document = "asyncapi.yaml", version = "1.2.0")
public sealed interface ParcelsMessage {
    /** Which kind a received message is. */
    static ParcelsMessage of(Received<?, ?> message) {
        Object payload = message.payload();
        if (payload instanceof org.parcels.avro.ParcelPosted known) {
            return new ParcelPosted(known);
        }
        if (payload instanceof org.parcels.avro.ParcelDelivered known) {
            return new ParcelDelivered(known);
        }
        return new Unknown(payload);
    }

    /** Does what is right for the kind of message this is. */
    default <R extends @Nullable Object> R match(
            Function<? super org.parcels.avro.ParcelPosted, ? extends R> parcelPosted,
            Function<? super org.parcels.avro.ParcelDelivered, ? extends R> parcelDelivered,
            Function<? super Unknown, ? extends R> unknown) {
        if (this instanceof ParcelPosted variant) {
            return parcelPosted.apply(variant.payload());
        }
        if (this instanceof ParcelDelivered variant) {
            return parcelDelivered.apply(variant.payload());
        }
        return unknown.apply((Unknown) this);
    }

    /**
     * Message {@code ParcelPosted}.
     *
     * <p>A parcel was handed in.
     */
    record ParcelPosted(org.parcels.avro.ParcelPosted payload) implements ParcelsMessage {}

    /** Message {@code ParcelDelivered}. */
    record ParcelDelivered(org.parcels.avro.ParcelDelivered payload) implements ParcelsMessage {}

    /** A message that this version of the document does not know: an Avro {@code GenericRecord}, or null. */
    record Unknown(@Nullable Object payload) implements ParcelsMessage {}
}
