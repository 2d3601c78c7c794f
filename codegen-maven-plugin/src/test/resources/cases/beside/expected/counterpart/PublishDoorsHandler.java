package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;

/** Handles what arrives on {@code doors}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface PublishDoorsHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Void, PublishDoorsMessage> message) throws Exception;
}
