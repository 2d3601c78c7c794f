package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;

/** Handles what arrives on {@code kitchen.commands}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface KitchenOrdersHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Void, KitchenOrdersMessage> message) throws Exception;
}
