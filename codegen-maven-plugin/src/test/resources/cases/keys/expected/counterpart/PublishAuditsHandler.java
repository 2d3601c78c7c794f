package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.warehouse.Count;
import org.warehouse.Place;

/** Handles what arrives on {@code warehouse.audits}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface PublishAuditsHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Place, Count> message) throws Exception;
}
