package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.shop.ParcelMoved;

/** Handles what arrives on {@code parcels.v2}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface MoveHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Long, ParcelMoved> message) throws Exception;
}
