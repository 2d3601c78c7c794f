package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import org.depots.avro.DepotOpened;
import org.parcels.avro.ParcelDelivered;
import org.parcels.avro.ParcelPosted;

/** The kinds of message of Parcel Service. */
@Generated(document = "asyncapi.yaml", version = "1.2.0")
public final class ParcelServiceMessages {
    /**
     * Message {@code ParcelPosted}.
     *
     * <p>A parcel was handed in.
     */
    public static final MessageType<ParcelPosted> PARCEL_POSTED =
            new MessageType<>("ParcelPosted", ParcelPosted.class, ParcelPosted.getClassSchema());

    /** Message {@code ParcelDelivered}. */
    public static final MessageType<ParcelDelivered> PARCEL_DELIVERED =
            new MessageType<>("ParcelDelivered", ParcelDelivered.class, ParcelDelivered.getClassSchema());

    /** Message {@code DepotOpened}. */
    public static final MessageType<DepotOpened> DEPOT_OPENED =
            new MessageType<>("DepotOpened", DepotOpened.class, DepotOpened.getClassSchema());

    private ParcelServiceMessages() {}
}
