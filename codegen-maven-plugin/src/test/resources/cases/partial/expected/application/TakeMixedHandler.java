package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;

/** Handles what arrives on {@code mixed}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "0.1.0")
public interface TakeMixedHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Void, TakeMixedMessage> message) throws Exception;
}
