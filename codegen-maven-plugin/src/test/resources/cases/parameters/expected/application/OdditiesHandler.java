package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.lights.Dim;

/** Handles what arrives on {@code odd.{value}.{of}}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface OdditiesHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Void, Dim> message, OddParameters parameters) throws Exception;
}
