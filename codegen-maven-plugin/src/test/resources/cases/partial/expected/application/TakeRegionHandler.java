package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.half.Typed;

/** Handles what arrives on {@code region.{region}}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "0.1.0")
public interface TakeRegionHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Void, Typed> message, ParameterizedParameters parameters) throws Exception;
}
