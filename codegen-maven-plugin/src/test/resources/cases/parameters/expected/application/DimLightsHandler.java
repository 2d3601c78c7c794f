package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.lights.Dim;

/** Handles what arrives on {@code dim-{class}}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface DimLightsHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Void, Dim> message, DimParameters parameters) throws Exception;
}
