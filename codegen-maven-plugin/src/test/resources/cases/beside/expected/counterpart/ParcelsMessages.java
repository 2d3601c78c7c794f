package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.Place;
import org.parcels.Claim;
import org.parcels.ClaimRequest;
import org.parcels.Door;
import org.parcels.Found;
import org.parcels.Lookup;
import org.parcels.Loss;
import org.parcels.Parcel;
import org.parcels.Price;

/** The kinds of message of Parcels. */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public final class ParcelsMessages {
    /** Message {@code parcelMoved}. */
    public static final MessageType<Parcel> PARCEL_MOVED =
            new MessageType<>("parcelMoved", Parcel.class, Parcel.getClassSchema())
                    .marked("schema", "v2");

    /** Message {@code parcelLost}. */
    public static final MessageType<Loss> PARCEL_LOST =
            new MessageType<>("parcelLost", Loss.class, Loss.getClassSchema());

    /** Message {@code priceRequest}. */
    public static final MessageType<Parcel> PRICE_REQUEST =
            new MessageType<>("priceRequest", Parcel.class, Parcel.getClassSchema())
                    .correlatedBy(Place.header("REQUEST_ID"))
                    .answeredTo(Place.header("REPLY_TOPIC"));

    /** Message {@code price}. */
    public static final MessageType<Price> PRICE =
            new MessageType<>("price", Price.class, Price.getClassSchema())
                    .correlatedBy(Place.header("REQUEST_ID"));

    /** Message {@code claimRequest}. */
    public static final MessageType<ClaimRequest> CLAIM_REQUEST =
            new MessageType<>("claimRequest", ClaimRequest.class, ClaimRequest.getClassSchema())
                    .correlatedBy(Place.payload("context", "requestId"));

    /** Message {@code claim}. */
    public static final MessageType<Claim> CLAIM =
            new MessageType<>("claim", Claim.class, Claim.getClassSchema())
                    .correlatedBy(Place.payload("requestId"));

    /** Message {@code found}. */
    public static final MessageType<Found> FOUND = new MessageType<>("found", Found.class, Found.getClassSchema());

    /** Message {@code lookup}. */
    public static final MessageType<Lookup> LOOKUP =
            new MessageType<>("lookup", Lookup.class, Lookup.getClassSchema())
                    .answeredTo(Place.payload("answerTo"));

    /** Message {@code opened}. */
    public static final MessageType<Door> OPENED =
            new MessageType<>("opened", Door.class, Door.getClassSchema())
                    .marked("event", "OPENED");

    /** Message {@code closed}. */
    public static final MessageType<Door> CLOSED =
            new MessageType<>("closed", Door.class, Door.getClassSchema())
                    .marked("event", "CLOSED");

    private ParcelsMessages() {}
}
