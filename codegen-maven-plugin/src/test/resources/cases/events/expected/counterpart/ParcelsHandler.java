package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import java.util.UUID;

/**
 * Handles what arrives on {@code parcels.events}.
 *
 * <p>Tells what happens to parcels.
 */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.2.0")
public interface ParcelsHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<UUID, ParcelsMessage> message) throws Exception;
}
