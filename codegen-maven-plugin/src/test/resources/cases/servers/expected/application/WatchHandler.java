package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.depots.Opened;

/** Handles what arrives on {@code depots}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0")
public interface WatchHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Void, Opened> message) throws Exception;
}
