package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.shop.Counted;

/** Handles what arrives on {@code stock}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface CountHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Void, Counted> message) throws Exception;
}
