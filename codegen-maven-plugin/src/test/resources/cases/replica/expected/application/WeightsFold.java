package gen.application;

import io.tidings.messaging.Generated;
import java.util.Optional;
import org.parcels.v2.ParcelLost;
import org.parcels.v2.ParcelPosted;

/**
 * Makes the rows of view {@code Weights} of what is received. Called by several threads, each for keys of its
 * own; {@link io.tidings.replication.RowFold} says what it has to bear.
 *
 * <p>How much each parcel has weighed so far.
 */
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface WeightsFold {
    /**
     * A name for what this does: whoever changes it, so that rows come out differently, changes the name, and the
     * view is built anew.
     */
    String revision();

    /** The row after a message {@code ParcelPosted}; empty if the entity is gone. */
    Optional<Weights> parcelPosted2(Optional<Weights> before, ParcelPosted event);

    /** The row after a message {@code ParcelLost}; empty if the entity is gone. */
    Optional<Weights> parcelLost(Optional<Weights> before, ParcelLost event);
}
