package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;

/** Handles what arrives on {@code orders.v2}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface TellHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<String, TellMessage> message) throws Exception;
}
