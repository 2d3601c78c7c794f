package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.hostile.String;

/** Handles what arrives on {@code CLASS}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "1.0.0\" */ \\u0022")
public interface Class2Handler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Void, String> message) throws Exception;
}
