package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.kitchen.Order;

/** Handles what arrives on {@code kitchen.bell}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface RingHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Void, Order> message) throws Exception;
}
