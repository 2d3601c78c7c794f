package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;

/** Handles what arrives on {@code 3d-prints}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public interface _3dHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Void, _3dMessage> message) throws Exception;
}
