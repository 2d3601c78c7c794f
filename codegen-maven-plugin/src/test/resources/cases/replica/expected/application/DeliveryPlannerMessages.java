package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import org.parcels.ParcelPosted;

/** The kinds of message of Delivery Planner. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class DeliveryPlannerMessages {
    /** Message {@code ParcelPosted}. */
    public static final MessageType<ParcelPosted> PARCEL_POSTED =
            new MessageType<>("ParcelPosted", ParcelPosted.class, ParcelPosted.getClassSchema());

    private DeliveryPlannerMessages() {}
}
