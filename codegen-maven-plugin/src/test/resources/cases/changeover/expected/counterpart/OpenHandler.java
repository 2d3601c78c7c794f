package gen.counterpart;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.shop.Opened;

/** Handles what arrives on {@code areas.{area}.v2}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface OpenHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Void, Opened> message, AreasParameters parameters) throws Exception;
}
