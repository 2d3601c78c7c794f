package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;

/** Handles what arrives on {@code lights.{streetId}.{zone}.measured}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface LightsHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<String, LightsMessage> message, MeasuredParameters parameters) throws Exception;
}
