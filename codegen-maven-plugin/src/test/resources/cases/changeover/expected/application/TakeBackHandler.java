package gen.application;

import io.tidings.messaging.Generated;
import io.tidings.messaging.Received;
import org.shop.Returned;

/** Handles what arrives on {@code returns.v2}. */
@FunctionalInterface
@Generated(document = "asyncapi.yaml", version = "2.0.0")
public interface TakeBackHandler {
    /** Handles a message; its payload is null for a tombstone. */
    void handle(Received<Long, Returned> message) throws Exception;
}
