package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.depots.avro.DepotOpened;

/** Handles what arrives on {@code depots.events}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.2.0")
public interface DepotsHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Void, DepotOpened> message) throws Exception;
}
