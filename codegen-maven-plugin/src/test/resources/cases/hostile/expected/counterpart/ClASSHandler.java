package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;

/** Handles what arrives on {@code class}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public interface ClASSHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Void, ClASSMessage> message) throws Exception;
}
