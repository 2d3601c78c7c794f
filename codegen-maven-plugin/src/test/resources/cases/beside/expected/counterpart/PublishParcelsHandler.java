package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;

/** Handles what arrives on {@code parcels}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface PublishParcelsHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<String, PublishParcelsMessage> message) throws Exception;
}
