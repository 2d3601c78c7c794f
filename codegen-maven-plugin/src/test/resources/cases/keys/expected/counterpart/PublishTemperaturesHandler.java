package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.warehouse.Count;

/** Handles what arrives on {@code warehouse.temperatures}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface PublishTemperaturesHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<String, Count> message) throws Exception;
}
