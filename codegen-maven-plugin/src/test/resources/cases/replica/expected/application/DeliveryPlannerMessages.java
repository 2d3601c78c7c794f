package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.SchemaIdLocation;
import org.parcels.DepotOpened;
import org.parcels.ParcelPosted;
import org.parcels.v2.ParcelLost;

/** The kinds of message of Delivery Planner. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class DeliveryPlannerMessages {
    /** Message {@code ParcelPosted}. */
    public static final MessageType<ParcelPosted> PARCEL_POSTED =
            new MessageType<>("ParcelPosted", ParcelPosted.class, ParcelPosted.getClassSchema());

    /** Message {@code ParcelPosted}. */
    public static final MessageType<org.parcels.v2.ParcelPosted> PARCEL_POSTED_2 =
            new MessageType<>("ParcelPosted", org.parcels.v2.ParcelPosted.class, org.parcels.v2.ParcelPosted.getClassSchema(), SchemaIdLocation.HEADER);

    /** Message {@code ParcelLost}. */
    public static final MessageType<ParcelLost> PARCEL_LOST =
            new MessageType<>("ParcelLost", ParcelLost.class, ParcelLost.getClassSchema());

    /** Message {@code DepotOpened}. */
    public static final MessageType<DepotOpened> DEPOT_OPENED =
            new MessageType<>("DepotOpened", DepotOpened.class, DepotOpened.getClassSchema());

    private DeliveryPlannerMessages() {}
}
